import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeMark,
  changeRead,
  dropOldTombstones,
  EMPTY_LIBRARY,
  isMarked,
  isRead,
  markedKeys,
  mergeLibraries,
  subjectKey,
  subjectOf,
  type LibraryState,
} from '../../../src/client/library/library-state.ts'
import { idOf, libraries } from './make-library.ts'

const merge = mergeLibraries

test('merging gives the same result in any order', () => {
  fc.assert(fc.property(libraries, libraries, (a, b) => { expect(merge(a, b)).toEqual(merge(b, a)) }))
})

test('merging gives the same result in any grouping', () => {
  fc.assert(fc.property(libraries, libraries, libraries, (a, b, c) => { expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c))) }))
})

test('merging again changes nothing', () => {
  fc.assert(
    fc.property(libraries, libraries, (a, b) => {
      const merged = merge(a, b)
      expect(merge(merged, b)).toEqual(merged)
      expect(merge(merged, merged)).toEqual(merged)
    }),
  )
})

test('devices that exchange states in any order and number end with equal ones', () => {
  const exchanges = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 12 })
  fc.assert(
    fc.property(fc.tuple(libraries, libraries, libraries), exchanges, (start, order) => {
      const devices: LibraryState[] = [...start]
      const send = (from: number, to: number) => (devices[to] = merge(devices[to] ?? EMPTY_LIBRARY, devices[from] ?? EMPTY_LIBRARY))
      for (const [from, to] of order) send(from, to)
      // At last each hears from each.
      for (const [from, to] of [[0, 1], [1, 2], [2, 0], [0, 1]] as const) send(from, to)
      expect(devices[1]).toEqual(devices[0])
      expect(devices[2]).toEqual(devices[0])
    }),
    { numRuns: 1000 },
  )
})

test('the later mark wins, and of two at the same time the one that is on', () => {
  const saved = (isOn: boolean, at: number): LibraryState => ({ ...EMPTY_LIBRARY, saved: new Map([[idOf(1), { isOn, at }]]) })
  expect(isMarked(merge(saved(true, 10), saved(false, 11)), 'saved', idOf(1))).toBe(false)
  expect(isMarked(merge(saved(true, 11), saved(false, 10)), 'saved', idOf(1))).toBe(true)
  expect(isMarked(merge(saved(false, 10), saved(true, 10)), 'saved', idOf(1))).toBe(true)
})

test('stories are marked read and unread, each change winning over the one before', () => {
  const apply = (state: LibraryState, ids: readonly string[], isOn: boolean, now: number) => merge(state, changeRead(state, ids, isOn, now))
  const all = [idOf(1), idOf(2), idOf(3)]
  let state = apply(EMPTY_LIBRARY, all, true, 1000)
  expect(all.map((id) => isRead(state, id))).toEqual([true, true, true])
  state = apply(state, [idOf(2)], false, 1001)
  expect(all.map((id) => isRead(state, id))).toEqual([true, false, true])
  // The clock was set back.
  state = apply(state, [idOf(2)], true, 5)
  expect(isRead(state, idOf(2))).toBe(true)
  state = apply(state, [idOf(2)], false, 5)
  expect(isRead(state, idOf(2))).toBe(false)
})

test('a change that changes nothing is empty', () => {
  const state = changeRead(EMPTY_LIBRARY, [idOf(1)], true, 1000)
  expect(changeRead(state, [idOf(1)], true, 2000)).toEqual(EMPTY_LIBRARY)
  expect(changeRead(state, [idOf(2)], false, 2000)).toEqual(EMPTY_LIBRARY)
  expect(changeMark(state, 'saved', idOf(1), false, 2000)).toEqual(EMPTY_LIBRARY)
})

test('a text that is no story id is never read', () => {
  const state = changeRead(EMPTY_LIBRARY, ['../../x', ''], true, 1000)
  expect(state).toEqual(EMPTY_LIBRARY)
  expect(isRead(state, '../../x')).toBe(false)
})

test('saved stories are listed by the time they were saved, the latest first', () => {
  let state = EMPTY_LIBRARY
  for (const [number, at] of [[1, 100], [2, 300], [3, 200]] as const) state = merge(state, changeMark(state, 'saved', idOf(number), true, at))
  state = merge(state, changeMark(state, 'saved', idOf(3), false, 400))
  expect(markedKeys(state.saved)).toEqual([idOf(2), idOf(1)])
})

test('marks that were switched off are forgotten after a year, others never', () => {
  const year = 365 * 86_400
  let state = changeRead(EMPTY_LIBRARY, [idOf(1), idOf(2)], true, 1000)
  state = merge(state, changeRead(state, [idOf(1)], false, 1000))
  state = merge(state, changeMark(state, 'muted', 'topic:ai', true, 1000))
  state = merge(state, changeMark(state, 'muted', 'topic:ai', false, 1001))
  state = merge(state, changeMark(state, 'followed', 'topic:law', true, 1000))
  expect(dropOldTombstones(state, 1000 + year)).toEqual(state)
  const later = dropOldTombstones(state, 1002 + year)
  expect(later.readChanges.size + later.muted.size).toBe(0)
  expect([isRead(later, idOf(1)), isRead(later, idOf(2)), isMarked(later, 'followed', 'topic:law')]).toEqual([false, true, true])
})

test('a subject is found again by its key', () => {
  for (const subject of [{ kind: 'topic', value: 'ai' }, { kind: 'word', value: 'a:b' }] as const) expect(subjectOf(subjectKey(subject))).toEqual(subject)
})
