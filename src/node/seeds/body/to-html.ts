import type { Root, RootContent } from 'hast'
import type { Token } from 'markdown-it'
import { BODY_SCHEMA, adaptBody, type RejectedImage } from './sanitize.ts'
import { createParser } from './markdown-parser.ts'
import { markdownToHast } from './markdown-to-hast.ts'
import { parseUnclosed } from './unclosed-tags.ts'
import { loadParseHtml } from './parse-html.ts'

/** A body as HTML, with the pictures that are not in it. */
export interface BodyHtml {
  readonly html: string
  readonly rejectedImages: readonly RejectedImage[]
}

/**
 * Builds the pipeline from Markdown (CommonMark and GFM, HTML allowed in it) to sanitised HTML. Its
 * libraries are imported by the call, not by this file: a bundled config would load them at once.
 */
export async function createBodyRenderer(): Promise<(markdown: string) => BodyHtml> {
  const [parse, parseHtml, { fromParse5 }, { sanitize }, { toHtml }] = await Promise.all([
    createParser(),
    loadParseHtml(),
    import('hast-util-from-parse5'),
    import('hast-util-sanitize'),
    import('hast-util-to-html'),
  ])
  // An element may open in one piece of HTML and end in another, so the whole is parsed; most bodies hold none.
  const reparse = (tree: Root) => fromParse5(parseUnclosed(toHtml(tree, { allowDangerousHtml: true }), parseHtml))
  return (markdown) => {
    const tokens = parse(markdown)
    const tree = markdownToHast(tokens)
    const clean = sanitize(tokens.some(holdsHtml) ? reparse(tree) : tree, BODY_SCHEMA)
    // The sanitiser puts a tree's only child in the tree's place.
    const root: Root = clean.type === 'root' ? clean : { type: 'root', children: [clean] }
    if (isDeeperThan(root, MAX_DEPTH)) throw new Error('The body is nested too deeply')
    const unshown = adaptBody(root)
    return { html: toHtml(root), rejectedImages: unshown }
  }
}

/** Elements in elements: browsers read no more than 512, and a thread's stack, which differs, ends at some thousands. */
const MAX_DEPTH = 500

function isDeeperThan(root: Root, depth: number): boolean {
  let level: RootContent[] = root.children
  for (let at = 0; at <= depth && level.length > 0; at++) level = level.flatMap((node) => (node.type === 'element' ? node.children : []))
  return level.length > 0
}

function holdsHtml({ type, children }: Token): boolean {
  return type === 'html_block' || type === 'html_inline' || (children?.some(holdsHtml) ?? false)
}
