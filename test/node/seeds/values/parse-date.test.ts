import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDateInPath, parseDate } from '../../../../src/node/seeds/values/parse-date.ts'

test.each([
  ['2020-05-20', '2020-05-20T00:00:00Z'],
  ['2020-05-20T08:07', '2020-05-20T08:07:00Z'],
  ['2020-05-20T08:07:09.999Z', '2020-05-20T08:07:09Z'],
  ['2020-05-20t08:07:09z', '2020-05-20T08:07:09Z'],
  ['2020-05-20 08:07:09', '2020-05-20T08:07:09Z'],
  ['2020-05-20T00:30:00+02:00', '2020-05-19T22:30:00Z'],
  ['2020-12-31T23:30:00-0530', '2021-01-01T05:00:00Z'],
  ['2020-02-29', '2020-02-29T00:00:00Z'],
  ['2020-05-20T08:07:00.0000000', '2020-05-20T08:07:00Z'],
  ['2024-08-25 10:00:00 +0200', '2024-08-25T08:00:00Z'],
  ['2024-8-5 9:07 -4', '2024-08-05T13:07:00Z'],
  ['2020/5/2', '2020-05-02T00:00:00Z'],
  ['25 Aug 2024', '2024-08-25T00:00:00Z'],
  ['May 20th, 2020', '2020-05-20T00:00:00Z'],
  ['Wednesday, May 20, 2020 at 12:15 AM', '2020-05-20T00:15:00Z'],
  ['Wed, 02 Oct 2002 13:00:00 GMT', '2002-10-02T13:00:00Z'],
  ['2020-07-20 10:00 Europe/Berlin', '2020-07-20T08:00:00Z'],
  ['2020-05-20 10:00:00 -0700 PDT', '2020-05-20T17:00:00Z'],
  ['2020-05-20 10:00 EST', '2020-05-20T15:00:00Z'],
  ['1589961600', '2020-05-20T08:00:00Z'],
  ['1589961600000', '2020-05-20T08:00:00Z'],
  ['20200520', '2020-05-20T00:00:00Z'],
  ['13/04/2020', '2020-04-13T00:00:00Z'],
  ['04/04/2020', '2020-04-04T00:00:00Z'],
])('%s is %s', (text, iso) => {
  expect(parseDate(text)).toEqual({ iso })
})

test.each([
  ['2020-02-31', 'February 2020 has 29 days.'],
  ['2021-02-29', 'February 2021 has 28 days.'],
  ['1900-02-29', 'February 1900 has 28 days.'],
  ['2020-04-31T10:00:00Z', 'April has 30 days.'],
  ['2020-05-00', 'days go from 01.'],
  ['2020-13-01', 'months go from 01 to 12.'],
  ['2020-05-20T24:00:00Z', 'hours go from 00 to 23.'],
  ['2020-05-20T10:60:00Z', 'minutes go from 00 to 59.'],
  ['2020-05-20T10:00:60Z', 'seconds go from 00 to 59.'],
  ['2020-05-20T10:00:00+15:00', 'hours of the offset go from 00 to 14.'],
  ['2020-05-20T10:00:00+02:60', 'minutes of the offset go from 00 to 59.'],
  ['0020-05-20', 'the year must be between 1000 and 9999.'],
  ['9999-12-31T23:59:59-01:00', 'the year must be between 1000 and 9999.'],
  ['2020-05', 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'],
  ['20 mai 2020', 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'],
  ['2020-05-20 13:00 pm', 'hours with am or pm go from 1 to 12.'],
  ['2020-05-20 10:00 BST', 'the time zone BST is not known. Write an offset, such as +02:00.'],
  ['2020-05-20 10:00 Europe/Atlantis', 'the time zone Europe/Atlantis is not known. Write an offset, such as +02:00.'],
  ['03/04/2020', "it may be 2020-04-03 or 2020-03-04. Write one of these, or set the option dates to 'dmy' or 'mdy'."],
])('%s is not a date: %s', (text, problem) => {
  expect(parseDate(text)).toEqual({ problem })
})

test('every date that JavaScript writes is read to the second', () => {
  const moment = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (date) => {
      expect(parseDate(date.toISOString())).toEqual({ iso: `${date.toISOString().slice(0, 19)}Z` })
    }),
  )
})

test('the order of day and month decides an ambiguous date', () => {
  expect(parseDate('03/04/2020', 'dmy')).toEqual({ iso: '2020-04-03T00:00:00Z' })
  expect(parseDate('3.4.2020', 'mdy')).toEqual({ iso: '2020-03-04T00:00:00Z' })
  expect(parseDate('13/04/2020', 'mdy')).toEqual({ problem: 'months go from 01 to 12.' })
})

test.each([
  ['a/2015-1-9-title.md', '2015-01-09'],
  ['2020-05-20-title/index.md', '2020-05-20'],
  ['2020/05/20/title.md', '2020-05-20'],
  ['journals/2020_10_01.md', '2020-10-01'],
  ['20200520-title.md', '2020-05-20'],
  ['Meeting 2020-05-20.md', '2020-05-20'],
  ['2020/05/title.md', undefined],
  ['Rust-1.72.1.md', undefined],
  ['v2020.1.2.md', undefined],
])('the date in the path %s is %s', (path, date) => {
  expect(findDateInPath(path)).toBe(date)
})
