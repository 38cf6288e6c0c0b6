import type { PageData } from './render-page.ts'

/** What stands around the JSON of a prerendered page's `PageData`, in which no `<` is. */
export const PAGE_DATA_SCRIPT = ['<script type="application/json" id="page-data">', '</script>'] as const

/** What a page was prerendered from, read without a DOM; null when it was not. Throws when the page was cut off. */
export function pageDataIn(html: string): PageData | null {
  const [before, after] = PAGE_DATA_SCRIPT
  // It stands behind all that came from a seed.
  const start = html.lastIndexOf(before)
  return start === -1 ? null : (JSON.parse(html.slice(start + before.length, html.indexOf(after, start))) as PageData)
}
