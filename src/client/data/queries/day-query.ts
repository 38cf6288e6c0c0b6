import { queryOptions, skipToken } from '@tanstack/react-query'
import type { ThreadPage } from '../../../shared/contract/bundle.ts'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import type { DayPage } from '../../../shared/contract/render-page.ts'
import { fetchBundle } from '../network/fetch-bundle.ts'

/** The page of a day. Never fetched: only the prerendered page contains it, and in the app a day is a filter. */
export function dayPageQuery(day: string) {
  return queryOptions<DayPage>({ queryKey: ['day', day], queryFn: skipToken })
}

/** A page of a thread; null for the newest. */
export function threadQuery(slug: string, page: number | null) {
  return queryOptions<ThreadPage>({ queryKey: ['thread', slug, page], queryFn: () => fetchBundle('thread', dataFiles.thread(slug, page)) })
}
