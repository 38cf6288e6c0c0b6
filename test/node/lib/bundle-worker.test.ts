import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { bundleWorker } from '../../../src/node/lib/bundle-worker.ts'

test('code for threads that is not what was written is made anew', async () => {
  // A module that no thread runs, so that no other test needs it.
  const { file } = await bundleWorker('lib/file-fingerprint')
  onTestFinished(() => rmSync(file))
  const whole = readFileSync(file, 'utf8')
  const { toFingerprint } = (await import(file)) as typeof import('../../../src/node/lib/file-fingerprint.ts')
  expect(toFingerprint(undefined)).toBe('')
  for (const broken of ['', whole.slice(0, -20), whole.replace('mtimeNs', 'atimeNs')]) {
    writeFileSync(file, broken)
    await bundleWorker('lib/file-fingerprint')
    expect(readFileSync(file, 'utf8')).toBe(whole)
  }
})
