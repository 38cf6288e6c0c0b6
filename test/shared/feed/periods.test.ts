import { expect, test } from 'vitest'
import { periodOf, periodUnit } from '../../../src/shared/feed/periods.ts'

test.each([
  ['day', 4000, 12],
  ['week', 500, 12],
  ['month', 191, 23],
  ['year', 60, 60],
  ['year', 1, 1],
] as const)('a folder is parted by the %s when it has %i stories in %i months', (unit, stories, months) => {
  expect(periodUnit(stories, months)).toBe(unit)
})

test('a date falls into its day, the week that began on Monday, its month and its year', () => {
  const date = '2021-06-06T23:30:00Z'
  expect([periodOf(date, 'day'), periodOf(date, 'week'), periodOf(date, 'month'), periodOf(date, 'year')]).toEqual(['2021-06-06', '2021-05-31', '2021-06', '2021'])
  expect(periodOf('2021-05-31T00:00:00Z', 'week')).toBe('2021-05-31')
})
