import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIsoDate } from '../../../../src/node/seeds/values/iso-date.ts'

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
])('%s is %s', (text, iso) => {
  expect(parseIsoDate(text)).toEqual({ iso })
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
  ['20 May 2020', 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'],
  ['2020-5-2', 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'],
  ['1589961600', 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'],
])('%s is not a date: %s', (text, problem) => {
  expect(parseIsoDate(text)).toEqual({ problem })
})

test('every date that JavaScript writes is read to the second', () => {
  const moment = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, (date) => {
      expect(parseIsoDate(date.toISOString())).toEqual({ iso: `${date.toISOString().slice(0, 19)}Z` })
    }),
  )
})
