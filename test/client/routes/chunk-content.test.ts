import { expect, test } from 'vitest'
import { parseFilter } from '../../../src/shared/filter/feed-filter.ts'
import { toChunkContent } from '../../../src/client/routes/chunk-content.ts'
import type { Periods } from '../../../src/client/hooks/filters/use-periods.ts'
import { makeSummary } from '../../support/make-summary.ts'

const EVERYTHING = parseFilter(null, new URLSearchParams())
const SEARCH = parseFilter(null, new URLSearchParams({ q: 'chips' }))
const MONTHS: Periods = { unit: 'month', countOf: () => 7 }
const items = ['2020-05-20', '2020-05-02', '2020-04-30'].map((day, row) => ({ row, published: `${day}T00:00:00Z`, story: makeSummary({ id: String(row), published: `${day}T00:00:00Z` }) }))

const headings = (before?: string) => {
  const content = toChunkContent(EVERYTHING, 1, items, MONTHS, before)
  return content?.kind === 'periods' ? content.groups.map(({ period, isContinued, items }) => [period, isContinued, items.length]) : content
}

test('a feed begins with its front, a search with its best match', () => {
  expect(toChunkContent(EVERYTHING, 0, items, undefined, undefined)?.kind).toBe('front')
  expect(toChunkContent(SEARCH, 0, items, null, undefined)?.kind).toBe('stories')
})

test('stories after the front stand under their months', () => {
  expect(headings()).toEqual([['2020-05', false, 2], ['2020-04', false, 1]])
})

test('a month that began before is continued', () => {
  expect(headings('2020-05-21T00:00:00Z')).toEqual([['2020-05', true, 2], ['2020-04', false, 1]])
  expect(headings('2020-06-01T00:00:00Z')).toEqual([['2020-05', false, 2], ['2020-04', false, 1]])
})

test('stories wait for their periods, so that no heading comes later', () => {
  expect(toChunkContent(EVERYTHING, 1, items, undefined, undefined)).toBeUndefined()
})
