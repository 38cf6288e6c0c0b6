import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { bundleNativeWorker } from '../../src/node/native-worker-code.ts'
import { withSeeds, writeFiles } from '../support/temp-folder.ts'

const ENTRY = `
import { parentPort } from 'node:worker_threads'
import { stringify } from 'yaml'
import { greet } from './greet.ts'
const { suffix } = await import('./suffix.ts')
const words: readonly string[] = [greet('worker'), suffix]
parentPort?.postMessage(stringify(words))
`

async function answerOf(path: string): Promise<unknown> {
  const worker = new Worker(path)
  const [answer] = (await once(worker, 'message')) as unknown[]
  await worker.terminate()
  return answer
}

it('makes TypeScript with its own files and packages run in a worker, and tells changed code apart', async () => {
  const folder = withSeeds({
    'entry.ts': ENTRY,
    'greet.ts': 'export const greet = (name: string): string => `Hello ${name}`',
    'suffix.ts': `export const suffix: string = 'bye'`,
  })
  const entry = join(folder, 'entry.ts')
  const first = await bundleNativeWorker(entry)
  expect(await answerOf(first)).toBe('- Hello worker\n- bye\n')
  expect(await bundleNativeWorker(entry)).toBe(first)

  writeFiles(folder, { 'suffix.ts': `export const suffix: string = 'farewell'` })
  const second = await bundleNativeWorker(entry)
  expect(second).not.toBe(first)
  expect(await answerOf(second)).toBe('- Hello worker\n- farewell\n')
})

it('says what is wrong with code that cannot be read', async () => {
  const folder = withSeeds({ 'broken.ts': 'const = 1' })
  await expect(bundleNativeWorker(join(folder, 'broken.ts'))).rejects.toThrow(/broken\.ts/)
})
