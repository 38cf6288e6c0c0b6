import { expect, test } from 'vitest'
import { FileStore, type ReadFile } from '../../../src/client/search/file-store.ts'

/** A store over files that arrive when they are sent. */
function slowStore() {
  const requested: string[] = []
  const aborted: string[] = []
  const send: (() => void)[] = []
  const read = (_kind: string, file: string, signal: AbortSignal) => {
    requested.push(file)
    return new Promise<string>((resolve, reject) => {
      send.push(() => resolve(`content of ${file}`))
      signal.addEventListener('abort', () => {
        aborted.push(file)
        reject(signal.reason as Error)
      })
    })
  }
  const store = new FileStore(read as ReadFile)
  return { store, requested, aborted, sendAll: () => send.splice(0).forEach((one) => one()) }
}

test('a file is read once, however many callers want it', async () => {
  const { store, requested, sendAll } = slowStore()
  const answers = [store.load('searchScores', 'a'), store.load('searchScores', 'a', new AbortController().signal)]
  sendAll()
  expect(await Promise.all(answers)).toEqual(['content of a', 'content of a'])
  expect(await store.load('searchScores', 'a')).toBe('content of a')
  expect(requested).toEqual(['a'])
})

test('a download goes on while one of two callers waits, and is aborted when none does', async () => {
  const { store, requested, aborted, sendAll } = slowStore()
  const [first, second] = [new AbortController(), new AbortController()]
  const answers = [store.load('searchScores', 'a', first.signal), store.load('searchScores', 'a', second.signal)]
  const ended = Promise.allSettled(answers)
  first.abort(new Error('superseded'))
  expect(aborted).toEqual([])
  second.abort(new Error('superseded'))
  expect(aborted).toEqual(['a'])
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = store.load('searchScores', 'a')
  sendAll()
  expect(await again).toBe('content of a')
  expect(requested).toEqual(['a', 'a'])
})

test('a caller that has aborted requests nothing', async () => {
  const { store, requested } = slowStore()
  await expect(store.load('searchScores', 'a', AbortSignal.abort(new Error('superseded')))).rejects.toThrow('superseded')
  expect(requested).toEqual([])
})
