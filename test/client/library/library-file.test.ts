import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LibraryError, parseLibraryFile, toLibraryFile } from '../../../src/client/library/library-file.ts'
import { changeMark, changeRead, EMPTY_LIBRARY, mergeLibraries } from '../../../src/client/library/library-state.ts'
import { idOf, libraries } from './make-library.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

test('an exported library is imported as it was', () => {
  fc.assert(fc.property(libraries, (state) => { expect(parseLibraryFile(toLibraryFile(state))).toEqual(state) }))
})

test('equal libraries make equal files', () => {
  fc.assert(fc.property(libraries, libraries, (a, b) => { expect(toLibraryFile(mergeLibraries(a, b))).toBe(toLibraryFile(mergeLibraries(b, a))) }))
})

test('10,000 marks, 300 of them saved stories and 50 marked unread again, weigh at most 60 kB', () => {
  let state = changeRead(EMPTY_LIBRARY, numbers(9650).map(idOf), true, 1_790_000_000)
  state = mergeLibraries(state, changeRead(state, numbers(50).map(idOf), false, 1_790_000_500))
  for (const at of numbers(300)) state = mergeLibraries(state, changeMark(state, 'saved', idOf(20_000 + at), true, 1_790_000_000 + at * 1000))
  const file = toLibraryFile(state)
  expect(file.length).toBeLessThanOrEqual(60_000)
  expect(parseLibraryFile(file)).toEqual(state)
})

test('any number of read marks is imported as it was', () => {
  for (const count of [0, 1, 2, 100, 50_000]) {
    const state = changeRead(EMPTY_LIBRARY, numbers(count).map(idOf), true, 1000)
    expect(state.read).toHaveLength(count)
    expect(parseLibraryFile(toLibraryFile(state))).toEqual(state)
  }
})

const exported = JSON.parse(toLibraryFile(changeRead(EMPTY_LIBRARY, numbers(20).map(idOf), true, 1000))) as Record<string, object>
const changed = (change: object) => JSON.stringify({ ...exported, ...change })

test.each([
  ['no JSON', 'saved: all', 'foreign'],
  ['another JSON file', '{"format":"opml"}', 'foreign'],
  ['a list', '[]', 'foreign'],
  ['a newer version', changed({ version: 2 }), 'newer'],
  ['no version', changed({ version: 'one' }), 'damaged'],
  ['no read marks', changed({ read: null }), 'damaged'],
  ['more read marks than there are', changed({ read: { ...exported['read'], count: 21 } }), 'damaged'],
  ['an immense number of read marks', changed({ read: { ...exported['read'], count: 1e15 } }), 'damaged'],
  ['characters that are no digits', changed({ read: { ...exported['read'], bits: '<script>' } }), 'damaged'],
  ['a saved story that is no id', changed({ saved: { on: { '../secret': 5 }, off: {} } }), 'damaged'],
  ['a muted subject of an unknown kind', changed({ muted: { on: { 'author:x': 5 }, off: {} } }), 'damaged'],
  ['a time that is no number', changed({ muted: { on: { 'topic:ai': 'now' }, off: {} } }), 'damaged'],
  ['a time so late that nothing could follow', changed({ muted: { on: { 'topic:ai': Number.MAX_SAFE_INTEGER }, off: {} } }), 'damaged'],
  ['no list of marks that are off', changed({ followed: { on: {} } }), 'damaged'],
])('a file with %s is refused', (_name, text, reason) => {
  expect(() => parseLibraryFile(text)).toThrow(expect.objectContaining({ reason }) as LibraryError)
})

test('no text crashes the import, whatever it is', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(...Object.keys(exported)), (value, field) => {
      try {
        parseLibraryFile(changed({ [field]: JSON.parse(value) as unknown }))
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError)
      }
    }),
  )
})
