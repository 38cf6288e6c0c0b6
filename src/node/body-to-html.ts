import type { Root } from 'hast'
import { BODY_SCHEMA, tidyBody } from './body-html.ts'

/**
 * Builds the pipeline from Markdown (CommonMark and GFM, HTML allowed in it) to sanitised HTML. Its
 * libraries are imported by the call, not by this file: a bundled config would load them at once.
 */
export async function createToHtml(): Promise<(markdown: string) => string> {
  const [{ unified }, parse, gfm, toHast, raw, sanitize, stringify] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
    import('remark-rehype'),
    import('rehype-raw'),
    import('rehype-sanitize'),
    import('rehype-stringify'),
  ])
  const processor = unified()
    .use(parse.default)
    .use(gfm.default)
    // The schema prefixes every id; a prefix here would stand twice.
    .use(toHast.default, { allowDangerousHtml: true, clobberPrefix: '' })
    .use(raw.default)
    .use(sanitize.default, BODY_SCHEMA)
    .use(() => (tree: Root) => tidyBody(tree))
    .use(stringify.default)
    .freeze()
  return (markdown) => processor.processSync(markdown).toString()
}
