import { expect, test } from 'vitest'
import { visitAt } from '../../../src/client/library/visits.ts'

const MINUTE = 60_000

test('a visit ends after half an hour away, and then all since then is new', () => {
  expect(visitAt(null, 1000 * MINUTE)).toEqual({ since: null, last: 1000 * MINUTE })
  const first = { since: null, last: 1000 * MINUTE }
  expect(visitAt(first, 1030 * MINUTE)).toEqual({ since: null, last: 1030 * MINUTE })
  const second = visitAt(first, 1031 * MINUTE)
  expect(second).toEqual({ since: 1000 * MINUTE, last: 1031 * MINUTE })
  // A reload soon after shows the same stories as new.
  expect(visitAt(second, 1040 * MINUTE).since).toBe(1000 * MINUTE)
})

test('a clock that was set back ends no visit, and later ones count again', () => {
  const ahead = { since: 5000 * MINUTE, last: 6000 * MINUTE }
  const back = visitAt(ahead, 1000 * MINUTE)
  expect(back).toEqual({ since: 1000 * MINUTE, last: 1000 * MINUTE })
  expect(visitAt(back, 1100 * MINUTE).since).toBe(1000 * MINUTE)
})
