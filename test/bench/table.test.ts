import { expect, test } from 'vitest'
import { formatTable, median, ratio, shown } from './table.ts'

test('a table is Markdown that reads well in a terminal too', () => {
  const table = formatTable(['', '1,000'], [{ name: 'cold build', values: ['1.2 s'] }, { name: 'files', values: ['–'] }])
  expect(table.split('\n')).toEqual([
    '|            | 1,000 |',
    '| ---------- | ----: |',
    '| cold build | 1.2 s |',
    '| files      |     – |',
  ])
})

test('what was not measured is no number', () => {
  expect([ratio(10, 2), ratio(null, 2), ratio(1, 0)]).toEqual(['5.0×', '–', '–'])
  expect([shown(1.25, 's'), shown(1234.6, 'MB'), shown(2.5, 'kB'), shown(null, 'ms')]).toEqual(['1.3 s', '1,235 MB', '2.5 kB', '–'])
})

test('the middle of several rounds stands for them', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 2])).toBe(2)
})
