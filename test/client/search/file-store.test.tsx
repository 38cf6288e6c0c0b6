import { expect, test } from 'vitest'
import { FileStore } from '../../../src/client/search/file-store.ts'

/** A store over files that arrive when they are sent. */
function slowStore() {
  const asked: string[] = []
  const given: string[] = []
  const send: (() => void)[] = []
  const store = new FileStore((file, signal) => {
    asked.push(file)
    return new Promise((resolve, reject) => {
      send.push(() => resolve(`content of ${file}`))
      signal.addEventListener('abort', () => {
        given.push(file)
        reject(signal.reason as Error)
      })
    })
  })
  return { store, asked, given, sendAll: () => send.splice(0).forEach((one) => one()) }
}

test('a file is read once, however many ask', async () => {
  const { store, asked, sendAll } = slowStore()
  const answers = [store.load('a'), store.load('a', new AbortController().signal)]
  sendAll()
  expect(await Promise.all(answers)).toEqual(['content of a', 'content of a'])
  expect(await store.load('a')).toBe('content of a')
  expect(asked).toEqual(['a'])
})

test('a download goes on while one of two still waits, and is given up when none does', async () => {
  const { store, asked, given, sendAll } = slowStore()
  const [first, second] = [new AbortController(), new AbortController()]
  const answers = [store.load('a', first.signal), store.load('a', second.signal)]
  const ended = Promise.allSettled(answers)
  first.abort(new Error('superseded'))
  expect(given).toEqual([])
  second.abort(new Error('superseded'))
  expect(given).toEqual(['a'])
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const again = store.load('a')
  sendAll()
  expect(await again).toBe('content of a')
  expect(asked).toEqual(['a', 'a'])
})

test('one that waits no more asks for nothing', async () => {
  const { store, asked } = slowStore()
  await expect(store.load('a', AbortSignal.abort(new Error('superseded')))).rejects.toThrow('superseded')
  expect(asked).toEqual([])
})
