import { queryOptions, skipToken } from '@tanstack/react-query'
import type { MonthPage } from '../../../shared/contract/render-page.ts'

/** A page of a month's archive. Never fetched: only the prerendered page contains it, and in the app a month is a filter. */
export function monthPageQuery(month: string, page: number | null) {
  return queryOptions<MonthPage>({ queryKey: ['month', month, page], queryFn: skipToken })
}
