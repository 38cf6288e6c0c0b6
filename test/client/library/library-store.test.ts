import { expect, test } from 'vitest'
import type { LibraryStorage } from '../../../src/client/library/device-storage.ts'
import { changeMark, changeRead, EMPTY_LIBRARY, isMarked, isRead } from '../../../src/client/library/library-state.ts'
import { openLibrary, type LibraryStore, type TabChannel } from '../../../src/client/library/library-store.ts'
import type { PendingChanges } from '../../../src/client/library/pending-changes.ts'
import { toStored } from '../../../src/client/library/stored-library.ts'
import { idOf } from './make-library.ts'
import { memoryChanges, memoryStorage } from './memory-storage.ts'

const open = (storage: LibraryStorage, channel: TabChannel | null = null, pendingChanges: PendingChanges = memoryChanges()) =>
  openLibrary({ storage, pendingChanges, channel, now: () => 1_790_000_000_000 })
const read = (store: LibraryStore, number: number, isOn = true) => store.change((state, now) => changeRead(state, [idOf(number)], isOn, now))
const save = (store: LibraryStore, number: number) => store.change((state, now) => changeMark(state, 'saved', idOf(number), true, now))
const stateOf = (store: LibraryStore) => store.getSnapshot().state
const statusOf = (store: LibraryStore) => store.getSnapshot().status

/** Two channels of which each receives what the other sends. */
function channelPair(): [TabChannel, TabChannel] {
  const make = (other: () => TabChannel): TabChannel => ({
    onmessage: null,
    postMessage: (data) => other().onmessage?.({ data: structuredClone(data) } as MessageEvent<unknown>),
  })
  const pair: [TabChannel, TabChannel] = [make(() => pair[1]), make(() => pair[0])]
  return pair
}

test('a change shows at once, and is there when the library is opened again', async () => {
  const storage = memoryStorage()
  const store = await open(storage)
  let calls = 0
  const stop = store.subscribe(() => calls++)
  read(store, 1)
  save(store, 2)
  expect(calls).toBe(2)
  expect([isRead(stateOf(store), idOf(1)), isMarked(stateOf(store), 'saved', idOf(2))]).toEqual([true, true])
  stop()
  await store.flush()
  const again = await open(storage)
  expect(stateOf(again)).toEqual(stateOf(store))
  expect(statusOf(again)).toBe('stored')
})

test('several changes are written together', async () => {
  const storage = memoryStorage()
  let writes = 0
  const store = await open({ ...storage, update: (replace) => (writes++, storage.update(replace)) })
  for (let number = 0; number < 20; number++) read(store, number)
  await store.flush()
  await store.flush()
  expect(writes).toBe(1)
})

test('changes are written without a flush', async () => {
  const storage = memoryStorage()
  const written = new Promise<void>((resolve) => {
    void open({ ...storage, update: (replace) => storage.update(replace).then(resolve) }).then((store) => read(store, 1))
  })
  await written
  expect(isRead(stateOf(await open(storage)), idOf(1))).toBe(true)
})

test('a change survives a tab that is closed before it could be written', async () => {
  const storage = memoryStorage()
  const changes = memoryChanges()
  const closed = await open({ ...storage, update: () => new Promise(() => undefined) }, null, changes)
  read(closed, 1)
  read(closed, 2)
  const store = await open(storage, null, memoryChanges([...changes.texts()]))
  expect(stateOf(store)).toEqual(stateOf(closed))
  await store.flush()
  expect(stateOf(await open(storage))).toEqual(stateOf(closed))
})

test('a change is no longer pending once it is written', async () => {
  const changes = memoryChanges()
  const store = await open(memoryStorage(), null, changes)
  read(store, 1)
  expect(changes.texts()).toHaveLength(1)
  await store.flush()
  expect(changes.texts()).toEqual([])
})

test('pending changes of another version of the app do no harm', async () => {
  const store = await open(memoryStorage(), null, memoryChanges(['{"format":"newsfold-library","version":2}', 'x']))
  expect(stateOf(store)).toEqual(EMPTY_LIBRARY)
})

test('a change in one tab shows in another, and neither overwrites the other', async () => {
  const storage = memoryStorage()
  const [first, second] = channelPair()
  const [here, there] = [await open(storage, first), await open(storage, second)]
  read(here, 1)
  read(there, 2)
  save(there, 3)
  expect(stateOf(there)).toEqual(stateOf(here))
  await Promise.all([here.flush(), there.flush()])
  expect(stateOf(await open(storage))).toEqual(stateOf(here))
})

test('tabs without a channel do not overwrite each other either', async () => {
  const storage = memoryStorage()
  const [here, there] = [await open(storage), await open(storage)]
  read(here, 1)
  await here.flush()
  read(there, 2)
  await there.flush()
  const state = stateOf(await open(storage))
  expect([isRead(state, idOf(1)), isRead(state, idOf(2))]).toEqual([true, true])
})

test('a message of another version of the app changes nothing', async () => {
  const [first, second] = channelPair()
  const store = await open(memoryStorage(), first)
  second.postMessage({ change: { ...toStored(EMPTY_LIBRARY), version: 2 } })
  second.postMessage({ change: 'everything' })
  expect(stateOf(store)).toEqual(EMPTY_LIBRARY)
})

test('where storage is refused, marks last as long as the page, and the status says so', async () => {
  const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'))
  const store = await open({ load: refuse, update: refuse, setAside: refuse, clear: refuse })
  expect(statusOf(store)).toBe('refused')
  read(store, 1)
  await store.flush()
  expect(isRead(stateOf(store), idOf(1))).toBe(true)
  expect(statusOf(store)).toBe('refused')
})

test('on a full device nothing is lost: the next change writes what the last could not', async () => {
  const storage = memoryStorage()
  let isFull = true
  const store = await open({ ...storage, update: (replace) => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : storage.update(replace)) })
  read(store, 1)
  await store.flush()
  expect(statusOf(store)).toBe('unsaved')
  expect(isRead(stateOf(store), idOf(1))).toBe(true)
  isFull = false
  read(store, 2)
  await store.flush()
  expect(statusOf(store)).toBe('stored')
  expect(stateOf(await open(storage))).toEqual(stateOf(store))
})

test('data of a newer app is left alone, and the status says so', async () => {
  const newer = { ...toStored(EMPTY_LIBRARY), version: 2, notes: 'of the future' }
  const storage = memoryStorage(newer)
  const store = await open(storage)
  expect(statusOf(store)).toBe('newer')
  read(store, 1)
  await store.flush()
  expect(isRead(stateOf(store), idOf(1))).toBe(true)
  expect(await storage.load()).toEqual(newer)
})

test('a newer app that writes while this one is open is not overwritten', async () => {
  const storage = memoryStorage()
  const store = await open(storage)
  const newer = { ...toStored(EMPTY_LIBRARY), version: 2 }
  await storage.update(() => newer)
  read(store, 1)
  await store.flush()
  expect(statusOf(store)).toBe('newer')
  expect(await storage.load()).toEqual(newer)
})

test.each([
  ['a text', 'x'],
  ['no version', { ...toStored(EMPTY_LIBRARY), version: undefined }],
  ['read marks out of order', { ...toStored(EMPTY_LIBRARY), read: Float64Array.of(2, 1) }],
  ['a mark without a time', { ...toStored(EMPTY_LIBRARY), saved: new Map([[idOf(1), { isOn: true }]]) }],
  ['an object in place of marks', { ...toStored(EMPTY_LIBRARY), muted: {} }],
])('damaged data (%s) is set aside, and new marks are stored', async (_name, value) => {
  const storage = memoryStorage(value)
  const store = await open(storage)
  expect(statusOf(store)).toBe('damaged')
  expect(storage.aside).toEqual([value])
  read(store, 1)
  await store.flush()
  const again = await open(storage)
  expect(isRead(stateOf(again), idOf(1))).toBe(true)
  expect(statusOf(again)).toBe('stored')
})

test('deleting everything deletes it here, on the device and in other tabs', async () => {
  const storage = memoryStorage()
  const [first, second] = channelPair()
  const [here, there] = [await open(storage, first), await open(storage, second)]
  read(here, 1)
  await here.flush()
  read(there, 2)
  await here.clear()
  await there.flush()
  expect([stateOf(here), stateOf(there), stateOf(await open(storage))]).toEqual([EMPTY_LIBRARY, EMPTY_LIBRARY, EMPTY_LIBRARY])
})

test('a mark that was switched off a year ago is not loaded any more', async () => {
  const tombstone = { isOn: false, at: 1_790_000_000 - 366 * 86_400 }
  const store = await open(memoryStorage(toStored({ ...EMPTY_LIBRARY, saved: new Map([[idOf(1), tombstone]]) })))
  expect(stateOf(store)).toEqual(EMPTY_LIBRARY)
})

test('a change counts although the clock was set back since the last one', async () => {
  const storage = memoryStorage()
  let time = 1_790_000_000_000
  const store = await openLibrary({ storage, pendingChanges: memoryChanges(), channel: null, now: () => time })
  save(store, 1)
  time -= 86_400_000
  store.change((state, now) => changeMark(state, 'saved', idOf(1), false, now))
  await store.flush()
  expect(isMarked(stateOf(await open(storage)), 'saved', idOf(1))).toBe(false)
})
