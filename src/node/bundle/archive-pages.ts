import type { ArchivedStory, ArchivePage, StorySummary } from '../../shared/contract/bundle.ts'
import { archivePath } from '../../shared/contract/permalinks.ts'
import { groupBy } from '../lib/collections.ts'
import { PAGE_NEIGHBOURS, type MonthPage } from '../../shared/contract/render-page.ts'

/** Stories on one page of a month or thread: light enough for a phone, few pages even in a busy month. */
const ARCHIVE_PAGE = 200

/** Permalinks of all months' archive pages, oldest first, as `summaries` are. */
export function archivePaths(summaries: readonly StorySummary[]): string[] {
  return monthPages(summaries).map(({ month, page }) => archivePath(month, page))
}

/** Every page of every month's archive, oldest first; `summaries` oldest first. */
export function monthPages(summaries: readonly StorySummary[]): MonthPage[] {
  const months = [...groupBy(summaries, ({ published }) => published.slice(0, 7))]
  return months.flatMap(([month, stories]) => archivePages(stories).map((page): MonthPage => ({ month, ...page })))
}

/** The pages of a list, oldest first, as `stories` are. */
export function archivePages(stories: readonly StorySummary[]): ArchivePage[] {
  const full = Math.ceil(stories.length / ARCHIVE_PAGE) - 1
  return Array.from({ length: full + 1 }, (_, at): ArchivePage => {
    const own = stories.slice(at * ARCHIVE_PAGE, (at + 1) * ARCHIVE_PAGE).reverse().map(toArchived)
    const page = at + 1
    return at === full
      ? { page: null, pages: full, count: stories.length, stories: own }
      : { page, pages: Math.min(full, page + PAGE_NEIGHBOURS), count: own.length, stories: own }
  })
}

/** A story as an archive lists it. */
export function toArchived({ slug, title, published, provider }: StorySummary): ArchivedStory {
  return { slug, title, published, provider: provider?.name ?? null }
}
