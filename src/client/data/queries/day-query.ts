import { queryOptions, skipToken } from '@tanstack/react-query'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import type { DayPage } from '../../../shared/contract/render-page.ts'
import { fetchBundle } from '../network/fetch-bundle.ts'

/** The page of a day. Never fetched: only the prerendered page contains it, and in the app a day is a filter. */
export function dayPageQuery(day: string) {
  return queryOptions<DayPage>({ queryKey: ['day', day], queryFn: skipToken })
}

/** A thread with all its stories. */
export function threadQuery(slug: string) {
  return queryOptions({ queryKey: ['thread', slug], queryFn: () => fetchBundle('thread', dataFiles.thread(slug)) })
}
