import type { Root, RootContent } from 'hast'
import type { Token } from 'markdown-it'
import { BODY_SCHEMA, adaptBody, type FindImage, type RejectedImage } from './sanitize.ts'
import { excerptOf } from './excerpt.ts'
import { highlightCode } from './highlight-code.ts'
import { renderMaths } from './maths.ts'
import { createParser } from './markdown-parser.ts'
import { markdownToHast } from './markdown-to-hast.ts'
import { parseUnclosed } from './unclosed-tags.ts'
import { loadParseHtml } from './parse-html.ts'

/** A body as HTML, with the images that it can't show. */
export interface BodyHtml {
  readonly html: string
  readonly rejectedImages: readonly RejectedImage[]
  /** Text of the first paragraph; empty without any. */
  readonly excerpt: string
}

export type RenderBody = (markdown: string, findImage: FindImage) => Promise<BodyHtml>

/**
 * Creates the pipeline from Markdown (CommonMark and GFM, with HTML) to sanitised HTML. Imports its libraries
 * when called, so that a build without bodies doesn't load them.
 */
export async function createBodyRenderer(): Promise<RenderBody> {
  const [parse, parseHtml, { fromParse5 }, { sanitize }, { toHtml }] = await Promise.all([
    createParser(),
    loadParseHtml(),
    import('hast-util-from-parse5'),
    import('hast-util-sanitize'),
    import('hast-util-to-html'),
  ])
  // An element may begin in one piece of HTML and end in another, so the whole body is parsed if it contains any.
  const reparse = (tree: Root) => fromParse5(parseUnclosed(toHtml(tree, { allowDangerousHtml: true }), parseHtml)) as Root
  return async (markdown, findImage) => {
    const tokens = parse(markdown)
    const written = markdownToHast(tokens)
    const tree = tokens.some(containsHtml) ? reparse(written) : written
    if (markdown.includes('language-') || tokens.some(({ info }) => info !== '')) await highlightCode(tree)
    const clean = sanitize(tree, BODY_SCHEMA)
    // The sanitiser returns a tree with a single child as that child.
    const root: Root = clean.type === 'root' ? clean : { type: 'root', children: [clean] }
    if (isDeeperThan(root, MAX_DEPTH)) throw new Error('The body is nested too deeply')
    const rejectedImages = adaptBody(root, findImage)
    const excerpt = excerptOf(root)
    if (markdown.includes('class="math')) await renderMaths(root, parseHtml)
    return { html: toHtml(root), rejectedImages, excerpt }
  }
}

/** Deepest nesting of elements: browsers stop at 512, and a thread's stack at a few thousand. */
const MAX_DEPTH = 500

function isDeeperThan(root: Root, depth: number): boolean {
  let level: RootContent[] = root.children
  for (let at = 0; at <= depth && level.length > 0; at++) level = level.flatMap((node) => (node.type === 'element' ? node.children : []))
  return level.length > 0
}

function containsHtml({ type, children }: Token): boolean {
  return type === 'html_block' || type === 'html_inline' || (children?.some(containsHtml) ?? false)
}
