import fc from 'fast-check'
import { EMPTY_LIBRARY, mergeLibraries, type LibraryState } from '../../../src/client/library/library-state.ts'
import type { Mark, Marks } from '../../../src/client/library/marks.ts'
import { storyKey } from '../../../src/shared/contract/story-key.ts'

/** A story id made from a number, spread over all ids as hashes are. */
export function idOf(number: number): string {
  let hash = number + 1
  let id = ''
  for (let at = 0; at < 10; at++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (at * 0x9e3779b9)
    hash ^= hash >>> 13
    id += ((hash >>> 0) % 36).toString(36)
  }
  return id
}

// Few keys and times, so that states disagree about the same marks.
const ids = fc.integer({ min: 0, max: 8 }).map(idOf)
const mark: fc.Arbitrary<Mark> = fc.record({ isOn: fc.boolean(), at: fc.integer({ min: 1, max: 4 }) })

function marks<Key>(key: fc.Arbitrary<Key>): fc.Arbitrary<Marks<Key>> {
  return fc.array(fc.tuple(key, mark), { maxLength: 6 }).map((entries) => new Map(entries))
}

/** Any library of a few stories, topics and providers. */
export const libraries: fc.Arbitrary<LibraryState> = fc
  .record({
    read: fc.array(ids).map((list) => Float64Array.from(new Set(list.map((id) => storyKey(id) ?? 0))).sort()),
    readChanges: marks(ids.map((id) => storyKey(id) ?? 0)),
    saved: marks(ids),
    muted: marks(fc.constantFrom('topic:ai', 'provider:a.example', 'word:café "x"')),
    followed: marks(fc.constantFrom('topic:ai', 'provider:a.example')),
  })
  // A read key that was changed is no plain read key: see `LibraryState`.
  .map((state) => mergeLibraries(EMPTY_LIBRARY, state))
