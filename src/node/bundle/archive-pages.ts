import type { ArchivedStory, StorySummary } from '../../shared/contract/bundle.ts'
import { archivePath } from '../../shared/contract/permalinks.ts'
import { groupBy } from '../lib/collections.ts'
import { MONTH_NEIGHBOURS, type MonthPage } from '../../shared/contract/render-page.ts'

/** Stories on one page of a month's archive: light enough for a phone, few pages even in a busy month. */
const MONTH_PAGE = 200

/** Permalinks of all months' archive pages, oldest first, as `summaries` are. */
export function archivePaths(summaries: readonly StorySummary[]): string[] {
  return monthPages(summaries).map(({ month, page }) => archivePath(month, page))
}

/** Every page of every month's archive, oldest first; `summaries` oldest first. */
export function monthPages(summaries: readonly StorySummary[]): MonthPage[] {
  return [...groupBy(summaries, ({ published }) => published.slice(0, 7))].flatMap(([month, stories]) => {
    const full = Math.ceil(stories.length / MONTH_PAGE) - 1
    return Array.from({ length: full + 1 }, (_, at): MonthPage => {
      const own = stories.slice(at * MONTH_PAGE, (at + 1) * MONTH_PAGE).reverse().map(toArchived)
      const page = at + 1
      return at === full
        ? { month, page: null, pages: full, count: stories.length, stories: own }
        : { month, page, pages: Math.min(full, page + MONTH_NEIGHBOURS), count: own.length, stories: own }
    })
  })
}

/** A story as an archive lists it. */
export function toArchived({ slug, title, published, provider }: StorySummary): ArchivedStory {
  return { slug, title, published, provider: provider?.name ?? null }
}
