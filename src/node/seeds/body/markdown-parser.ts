import type { PluginSimple, Token } from 'markdown-it'
import { linkBareAddresses } from './autolinks.ts'
import { MAX_HTML } from './limits.ts'

/** Deepest nesting of blocks; a list and its items count separately. The parser drops deeper blocks silently. */
const MAX_DEPTH = 100

/**
 * Creates a parser of Markdown (CommonMark and GFM, with HTML). The parser throws for a body that is nested
 * too deeply. It does not check links: `sanitize.ts` is the only gate for them.
 */
export async function createParser(): Promise<(markdown: string) => Token[]> {
  const [{ default: MarkdownIt }, { default: footnotes }] = await Promise.all([import('markdown-it'), import('markdown-it-footnote')])
  const parser = new MarkdownIt({ html: true, linkify: true, ...{ maxNesting: MAX_DEPTH } })
  // Its types refer to another build of markdown-it.
  parser.use(footnotes as unknown as PluginSimple).use(linkBareAddresses)
  parser.inline.ruler.disable('footnote_inline')
  parser.validateLink = () => true
  parser.normalizeLink = (href) => parser.utils.lib.mdurl.encode(href)
  parser.normalizeLinkText = (text) => text
  return (markdown) => {
    const tokens = parser.parse(markdown, {})
    if (attributesLength(tokens) > MAX_HTML) throw new Error('The body repeats itself too often')
    // Dropped blocks have no token, but their parents have. Footnotes have none either.
    if (tokens.some(({ level }) => level >= MAX_DEPTH - 2)) throw new Error('The body is nested too deeply')
    return tokens
  }
}

/** Total length of all attributes: every use of a link definition repeats them. */
function attributesLength(tokens: readonly Token[]): number {
  let length = 0
  for (const { attrs, children } of tokens) {
    for (const [, value] of attrs ?? []) length += value.length
    if (children !== null) length += attributesLength(children)
  }
  return length
}
