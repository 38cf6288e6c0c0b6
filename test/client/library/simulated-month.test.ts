import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readKeys } from '../../../src/client/library/device-filter.ts'
import { parseLibraryFile, toLibraryFile } from '../../../src/client/library/library-file.ts'
import { changeMark, changeRead, markedKeys } from '../../../src/client/library/library-state.ts'
import { openLibrary } from '../../../src/client/library/library-store.ts'
import { storyKey } from '../../../src/shared/contract/story-key.ts'
import { idOf } from './make-library.ts'
import { memoryChanges, memoryStorage } from './memory-storage.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 8, 1)

/** What a user does on a day, on one of two devices, whose clocks differ by some minutes. */
const days = fc.array(
  fc.record({
    device: fc.constantFrom(0, 1),
    skew: fc.integer({ min: -300_000, max: 300_000 }),
    actions: fc.array(fc.record({ kind: fc.constantFrom('read', 'saved', 'muted'), number: fc.integer({ min: 0, max: 40 }), isOn: fc.boolean() }), { maxLength: 25 }),
  }),
  { minLength: 30, maxLength: 30 },
)

test('in a month on two devices, which exchange files, no mark is lost or invented', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (month) => {
      const storages = [memoryStorage(), memoryStorage()] as const
      const counted = { read: new Set<string>(), saved: new Set<string>(), muted: new Set<string>() }
      let file: string | null = null
      for (const [day, { device, skew, actions }] of month.entries()) {
        const now = () => START + day * DAY + skew
        const store = await openLibrary({ storage: storages[device === 0 ? 0 : 1], pendingChanges: memoryChanges(), channel: null, now })
        const imported = file
        if (imported !== null) store.change(() => parseLibraryFile(imported))
        for (const { kind, number, isOn } of actions) {
          const key = kind === 'muted' ? `topic:t-${number}` : idOf(number)
          store.change((state, at) => (kind === 'read' ? changeRead(state, [key], isOn, at) : changeMark(state, kind === 'saved' ? 'saved' : 'muted', key, isOn, at)))
          if (isOn) counted[kind].add(key)
          else counted[kind].delete(key)
        }
        await store.flush()
        const { state } = store.getSnapshot()
        expect([...readKeys(state)]).toEqual([...counted.read].map((id) => storyKey(id) ?? -1).sort((a, b) => a - b))
        expect(markedKeys(state.saved).sort()).toEqual([...counted.saved].sort())
        expect(markedKeys(state.muted).sort()).toEqual([...counted.muted].sort())
        file = toLibraryFile(state)
      }
    }),
    { numRuns: 20 },
  )
})
