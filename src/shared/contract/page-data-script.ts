import { unpackPage, type PackedPageData } from './packed-story.ts'
import type { PageData } from './render-page.ts'

/** The tags around a prerendered page's `PageData`, whose JSON contains no `<`. */
export const PAGE_DATA_SCRIPT = ['<script type="application/json" id="page-data">', '</script>'] as const

/** The data of a page from its JSON. Throws when that is truncated. */
export function parsePageData(json: string): PageData {
  const packed = JSON.parse(json) as PackedPageData
  return packed.view === 'story' ? unpackPage(packed) : packed
}

/** The data a page was prerendered from, read without a DOM; null for other pages. Throws when the page is truncated. */
export function pageDataIn(html: string): PageData | null {
  const [before, after] = PAGE_DATA_SCRIPT
  // The last one: it comes after everything that is from a seed.
  const start = html.lastIndexOf(before)
  return start === -1 ? null : parsePageData(html.slice(start + before.length, html.indexOf(after, start)))
}
