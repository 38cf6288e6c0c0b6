import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { bundleWorker, workerLoader } from '../../../src/node/lib/bundle-worker.ts'

test('A worker file that is not what was written is bundled again', async () => {
  // No worker, so that no other test needs the file.
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

test('Workers that cannot be bundled are reported once, with the reason and what follows', async () => {
  const warnings: string[] = []
  const loadWorker = workerLoader((message) => warnings.push(message))
  expect(await loadWorker('pages/no-such-worker')).toBeNull()
  expect(await loadWorker('search/no-such-worker')).toBeNull()
  expect(warnings).toEqual([expect.stringMatching(/^The worker pages\/no-such-worker could not be bundled: .*no-such-worker/s)])
  expect(warnings[0]).toMatch(/\nThe build goes on without worker threads, which takes longer\.$/)
})
