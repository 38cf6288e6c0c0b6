import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeOnce } from './make-once.ts'
import { withSeeds } from './temp-folder.ts'

test('a folder is made once, and all who ask for it wait until it is complete', async () => {
  const folder = join(withSeeds({}), 'made')
  let finish = () => {}
  const isFinished = new Promise<void>((resolve) => (finish = resolve))
  const first = makeOnce(folder, async () => {
    await isFinished
    writeFileSync(join(folder, 'file'), 'first')
  })
  const second = makeOnce(folder, () => Promise.reject(new Error('made twice')))
  expect(existsSync(join(folder, 'file'))).toBe(false)
  finish()
  expect(await Promise.all([first, second])).toEqual([folder, folder])
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('first')
})

test('an error in making a folder reaches all who ask for it', async () => {
  const folder = join(withSeeds({}), 'made')
  const fail = () => Promise.reject(new Error('no room'))
  const results = await Promise.allSettled([makeOnce(folder, fail), makeOnce(folder, fail)])
  expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(['Error: no room', 'Error: no room'])
})
