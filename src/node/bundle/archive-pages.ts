import type { ArchivedStory, StorySummary } from '../../shared/contract/bundle.ts'
import { archivePath } from '../../shared/contract/permalinks.ts'
import type { MonthPage } from '../../shared/contract/render-page.ts'

/** Stories on one page of a month's archive: light enough for a phone, few pages even in a busy month. */
const MONTH_PAGE = 200

/** Permalinks of all months' archive pages, newest first; `summaries` oldest first. */
export function archivePaths(summaries: readonly StorySummary[]): string[] {
  return monthPages(summaries).map(({ month, page }) => archivePath(month, page))
}

/** Every page of every month's archive, newest first; `summaries` oldest first. */
export function monthPages(summaries: readonly StorySummary[]): MonthPage[] {
  const months = new Map<string, ArchivedStory[]>()
  for (const summary of summaries.toReversed()) {
    const month = summary.published.slice(0, 7)
    const others = months.get(month)
    if (others === undefined) months.set(month, [toArchived(summary)])
    else others.push(toArchived(summary))
  }
  return [...months].flatMap(([month, stories]) => {
    const pages = Math.ceil(stories.length / MONTH_PAGE)
    return Array.from({ length: pages }, (_, at): MonthPage => {
      return { month, page: at + 1, pages, count: stories.length, stories: stories.slice(at * MONTH_PAGE, (at + 1) * MONTH_PAGE) }
    })
  })
}

/** A story as an archive lists it. */
export function toArchived({ slug, title, published, provider }: StorySummary): ArchivedStory {
  return { slug, title, published, provider: provider?.name ?? null }
}
