import type { PluginSimple, Token } from 'markdown-it'
import { linkBareAddresses } from './autolinks.ts'
import { MAX_HTML } from './limits.ts'

/** Blocks in blocks, lists and their items counted apart. The parser leaves out without a word what is nested deeper. */
const MAX_DEPTH = 100

/**
 * Builds the parser of Markdown (CommonMark and GFM, HTML allowed in it). It throws at a body that is
 * nested too deeply. Links aren't checked here: `body-html.ts` is the one gate for them.
 */
export async function createParser(): Promise<(markdown: string) => Token[]> {
  const [{ default: MarkdownIt }, { default: footnotes }] = await Promise.all([import('markdown-it'), import('markdown-it-footnote')])
  const parser = new MarkdownIt({ html: true, linkify: true, ...{ maxNesting: MAX_DEPTH } })
  // Its types name those of the parser's other build.
  parser.use(footnotes as unknown as PluginSimple).use(linkBareAddresses)
  parser.inline.ruler.disable('footnote_inline')
  parser.validateLink = () => true
  parser.normalizeLink = (href) => parser.utils.lib.mdurl.encode(href)
  parser.normalizeLinkText = (text) => text
  return (markdown) => {
    const tokens = parser.parse(markdown, {})
    if (attributesOf(tokens) > MAX_HTML) throw new Error('The body repeats itself too often')
    // What was left out has no token, but what it stood in has; a footnote has none either.
    if (tokens.some(({ level }) => level >= MAX_DEPTH - 2)) throw new Error('The body is nested too deeply')
    return tokens
  }
}

/** Characters of all attributes: every mention of a link's definition repeats them. */
function attributesOf(tokens: readonly Token[]): number {
  let length = 0
  for (const { attrs, children } of tokens) {
    for (const [, value] of attrs ?? []) length += value.length
    if (children !== null) length += attributesOf(children)
  }
  return length
}
