import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toMonthBins } from '../../../src/shared/filter/month-bins.ts'

test('a few months have a bar each, even those without stories', () => {
  const months = [['2020-11', 3], ['2021-02', 1]] as const
  expect(toMonthBins(months, months)).toEqual([
    { first: '2020-11', last: '2020-11', stories: 3 },
    { first: '2020-12', last: '2020-12', stories: 0 },
    { first: '2021-01', last: '2021-01', stories: 0 },
    { first: '2021-02', last: '2021-02', stories: 1 },
  ])
})

test('many months become quarters, more become years, from the first story to the last', () => {
  const span = [['2010-05', 1], ['2019-08', 1]] as const
  expect(toMonthBins(span, [['2010-06', 4], ['2010-07', 2]]).slice(0, 2)).toEqual([
    { first: '2010-05', last: '2010-06', stories: 4 },
    { first: '2010-07', last: '2010-09', stories: 2 },
  ])
  const years = toMonthBins([['1990-05', 1], ['2020-08', 1]], [['2020-01', 7]])
  expect(years.at(-1)).toEqual({ first: '2020-01', last: '2020-08', stories: 7 })
})

test('every story of the span is counted once, in at most 60 bars', () => {
  const month = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 })).map(([year, of]) => `${String(year).padStart(4, '0')}-${String(of).padStart(2, '0')}`)
  const counts = fc.uniqueArray(month, { minLength: 1 }).chain((all) =>
    fc.tuple(...all.sort().map((one) => fc.tuple(fc.constant(one), fc.integer({ min: 1, max: 1000 })))),
  )
  fc.assert(
    fc.property(counts, (months) => {
      const bins = toMonthBins(months, months)
      expect(bins.length).toBeLessThanOrEqual(60)
      expect(bins[0]?.first).toBe(months[0]?.[0])
      expect(bins.at(-1)?.last).toBe(months.at(-1)?.[0])
      for (const { first, last, stories } of bins) {
        const inside = months.filter(([one]) => one >= first && one <= last)
        expect(stories).toBe(inside.reduce((sum, [, count]) => sum + count, 0))
      }
    }),
  )
})
