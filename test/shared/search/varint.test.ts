import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAscending, decodeNumbers, encodeAscending, encodeNumbers, unzigzag, zigzag } from '../../../src/shared/search/varint.ts'
import '../../support/property-setup.ts'

const MOST = 2 ** 32 - 1

test('numbers are decoded as they were encoded', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.nat(100), fc.integer({ min: 0, max: MOST }))), (values) => {
    expect([...decodeNumbers(encodeNumbers(values))]).toEqual(values)
  }))
})

test('signed numbers are decoded as they were encoded', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (values) => {
    expect(Array.from(decodeNumbers(encodeNumbers(values.map(zigzag))), unzigzag)).toEqual(values)
  }))
})

const ascending = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: MOST - 1 })),
  fc.uniqueArray(fc.nat(60), { maxLength: 60 }),
  // Runs with gaps between.
  fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 200 })), { maxLength: 8 }).map((runs) => {
    const values: number[] = []
    let next = 0
    for (const [gap, length] of runs) {
      next += gap
      for (const end = next + length; next < end; next++) values.push(next)
    }
    return values
  }),
)

test('ascending numbers are decoded as they were encoded, in the unreserved characters of a URL and `!`', () => {
  fc.assert(fc.property(ascending, (values) => {
    const sorted = values.sort((a, b) => a - b)
    const text = encodeAscending(sorted)
    expect(text).toMatch(/^!?[\w-]*$/)
    expect([...decodeAscending(text)]).toEqual(sorted)
  }))
})

test('a list of everything takes a few characters', () => {
  expect(encodeAscending(Array.from({ length: 100_000 }, (_, at) => at)).length).toBeLessThan(8)
})
