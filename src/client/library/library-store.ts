import type { LibraryStorage } from './device-storage.ts'
import { LibraryError, parseLibraryFile, toLibraryFile } from './library-file.ts'
import { dropOldTombstones, EMPTY_LIBRARY, mergeLibraries, type LibraryState } from './library-state.ts'
import type { PendingChanges } from './pending-changes.ts'
import { fromStored, toStored } from './stored-library.ts'

/** Milliseconds in which changes are collected before they are written together. */
const WRITE_DELAY = 300

/**
 * How safe the changes are.
 * `stored`: on the device, or soon.
 * `refused`: the device refuses storage; changes last as long as the page.
 * `unsaved`: the last write failed, such as on a full device; the next change tries again.
 * `newer`: the data is from a newer version of the app; changes last as long as the page.
 * `damaged`: the data could not be read and was set aside; changes are stored.
 */
export type LibraryStatus = 'stored' | 'refused' | 'unsaved' | 'newer' | 'damaged'

/** What a component sees; a new object after every change. */
export interface LibrarySnapshot {
  readonly state: LibraryState
  readonly status: LibraryStatus
}

/** What a tab sends to the others: a change in the stored form, or that everything was deleted. */
type TabMessage = { readonly change: unknown } | { readonly cleared: true }

/** The part of a `BroadcastChannel` that is used. */
export interface TabChannel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
}

/** The user's library in this tab. */
export interface LibraryStore {
  getSnapshot(): LibrarySnapshot
  /** Calls a function after each change; returns how to stop. */
  readonly subscribe: (listen: () => void) => () => void
  /** Applies a change at once, and stores it soon. `make` receives the current state and the time in seconds since 1970. */
  change(make: (state: LibraryState, now: number) => LibraryState): void
  /** Stores what is not stored yet. */
  flush(): Promise<void>
  /** Deletes everything, here, on the device and in other tabs. */
  clear(): Promise<void>
}

interface Options {
  readonly storage: LibraryStorage
  readonly pendingChanges: PendingChanges
  /** Connects the tabs of one site; null where the browser has no such channel. */
  readonly channel: TabChannel | null
  /** The time in ms since 1970. */
  readonly now?: () => number
}

/** Opens the library. Never fails: what goes wrong is in the snapshot's status. */
export async function openLibrary({ storage, pendingChanges, channel, now = Date.now }: Options): Promise<LibraryStore> {
  const listeners = new Set<() => void>()
  const seconds = () => now() / 1000
  let snapshot: LibrarySnapshot = { state: EMPTY_LIBRARY, status: 'stored' }
  /** Changes of this tab that are not stored yet. */
  let pending: LibraryState | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()

  const show = (next: Partial<LibrarySnapshot>) => {
    snapshot = { ...snapshot, ...next }
    for (const listen of listeners) listen()
  }
  const merge = (change: LibraryState) => mergeLibraries(snapshot.state, change)
  const addPending = (change: LibraryState) => {
    pending = pending === null ? change : mergeLibraries(pending, change)
    if (isStorable()) pendingChanges.save(toLibraryFile(pending))
  }
  const writeSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), WRITE_DELAY)
  }
  const hasNoPending = () => pending === null
  const isStorable = () => snapshot.status !== 'refused' && snapshot.status !== 'newer'

  const write = async (): Promise<void> => {
    clearTimeout(timer)
    const change = pending
    pending = null
    if (change === null || !isStorable()) return
    try {
      // Merged with what is stored, because another tab may have written since.
      await storage.update((value) => toStored(dropOldTombstones(mergeLibraries(fromStored(value), change), seconds())))
      if (hasNoPending()) pendingChanges.clear()
      if (snapshot.status === 'unsaved') show({ status: 'stored' })
    } catch (error) {
      addPending(change)
      show({ status: error instanceof LibraryError && error.reason === 'newer' ? 'newer' : 'unsaved' })
    }
  }
  const flush = () => (writing = writing.then(write))

  if (channel !== null) {
    channel.onmessage = ({ data }) => {
      const message = data as TabMessage
      if ('cleared' in message) {
        pending = null
        show({ state: EMPTY_LIBRARY })
        return
      }
      try {
        show({ state: merge(fromStored(message.change)) })
      } catch {
        // The other tab runs another version of the app.
      }
    }
  }
  try {
    show({ state: dropOldTombstones(merge(fromStored(await storage.load())), seconds()) })
  } catch (error) {
    if (error instanceof LibraryError && error.reason === 'damaged') {
      const isSetAside = await storage.setAside().then(() => true, () => false)
      show({ status: isSetAside ? 'damaged' : 'refused' })
    } else show({ status: error instanceof LibraryError ? 'newer' : 'refused' })
  }

  // What a tab could not write before it was closed.
  for (const text of isStorable() ? pendingChanges.load() : []) {
    try {
      const change = parseLibraryFile(text)
      addPending(change)
      show({ state: merge(change) })
    } catch {
      // Written by another version of the app.
    }
  }
  if (!hasNoPending()) writeSoon()

  return {
    getSnapshot: () => snapshot,
    subscribe(listen) {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    change(make) {
      const change = make(snapshot.state, seconds())
      const isEmpty = change.read.length + change.readChanges.size + change.saved.size + change.muted.size + change.followed.size === 0
      if (isEmpty) return
      addPending(change)
      writeSoon()
      channel?.postMessage({ change: toStored(change) } satisfies TabMessage)
      show({ state: merge(change) })
    },
    flush,
    async clear() {
      pending = null
      pendingChanges.load()
      pendingChanges.clear()
      channel?.postMessage({ cleared: true } satisfies TabMessage)
      show({ state: EMPTY_LIBRARY })
      await (writing = writing.then(() => storage.clear()))
    },
  }
}
