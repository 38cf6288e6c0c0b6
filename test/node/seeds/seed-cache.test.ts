import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import type { ReadSeed } from '../../../src/node/seeds/read-seed.ts'
import { readBatch } from '../../../src/node/seeds/seed-cache.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000002000000020008060000', 'hex')
const withPicture = seedText({ title: 'A', publishedDateTime: '2020-01-01', images: ['a.png'] })

/** A folder of seeds with a cache beside it, and how a build reads it. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>, version = '1') {
  const root = withSeeds(files)
  const file = join(withSeeds({}), 'cache/1.json')
  const paths = Object.keys(files).filter((path) => path.endsWith('.md'))
  const read = async (by = version) =>
    JSON.parse(await readBatch({ root, display: 'seeds', paths, file, version: by })) as ReadSeed[]
  return { root, file, read }
}

test('what was read is kept, and a changed seed is read anew', async () => {
  const { root, file, read } = folderOf(manySeeds(3))
  const first = await read()
  const kept = statSync(file).mtimeMs
  expect(await read()).toEqual(first)
  expect(statSync(file).mtimeMs).toBe(kept)
  writeFileSync(join(root, '00002.md'), seedText({ title: 'Told anew', publishedDateTime: '2020-01-01' }))
  expect((await read()).map(({ story }) => story?.title)).toEqual(['Story number 1', 'Told anew', 'Story number 3'])
})

test('a seed with other bytes of the same length and an old time is noticed', async () => {
  const { root, read } = folderOf({ 'a.md': seedText({ title: 'One', publishedDateTime: '2020-01-01' }) })
  await read()
  const { atime, mtime } = statSync(join(root, 'a.md'))
  writeFileSync(join(root, 'a.md'), seedText({ title: 'Two', publishedDateTime: '2020-01-01' }))
  utimesSync(join(root, 'a.md'), atime, mtime)
  expect((await read())[0]?.story?.title).toBe('Two')
})

test.each([
  ['cut short', (text: string) => text.slice(0, -20)],
  ['changed in one letter', (text: string) => text.replace('Story number 1', 'Story number 7')],
  ['emptied', () => ''],
  ['filled with something else', () => '{"a":1}\n[]'],
])('a cache that was %s is not believed', async (_, corrupt) => {
  const { file, read } = folderOf(manySeeds(3))
  const first = await read()
  writeFileSync(file, corrupt(readFileSync(file, 'utf8')))
  expect(await read()).toEqual(first)
})

test('a folder in the cache’s place makes way for it, and a killed build’s draft is written over', async () => {
  const { file, read } = folderOf(manySeeds(2))
  await read()
  const kept = readFileSync(file, 'utf8')
  rmSync(file)
  mkdirSync(join(file, 'folder'), { recursive: true })
  writeFileSync(`${file}.draft`, 'half')
  await read()
  expect(readFileSync(file, 'utf8')).toBe(kept)
  expect(readdirSync(dirname(file))).toEqual([basename(file)])
})

test('what other code kept is not believed', async () => {
  const { file, read } = folderOf(manySeeds(2))
  await read('1')
  const before = readFileSync(file, 'utf8')
  await read('2')
  expect(readFileSync(file, 'utf8')).not.toBe(before)
})

test('a picture that comes or goes beside its seed is noticed', async () => {
  const { root, read } = folderOf({ 'a.md': withPicture })
  expect((await read())[0]?.issues).toHaveLength(1)
  writeFileSync(join(root, 'a.png'), PNG)
  expect((await read())[0]).toMatchObject({ issues: [], imageFiles: [{ source: join(root, 'a.png') }] })
  rmSync(join(root, 'a.png'))
  expect((await read())[0]?.issues).toHaveLength(1)
})

test('a picture that was moved with its folder is not where it was', async () => {
  const { root, read } = folderOf({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01', images: ['own/a.png'] }), 'own/a.png': PNG })
  const outside = join(withSeeds({}), 'own')
  expect((await read())[0]?.imageFiles).toHaveLength(1)
  renameSync(join(root, 'own'), outside)
  symlinkSync(outside, join(root, 'own'))
  expect((await read())[0]).toMatchObject({ imageFiles: [], issues: [{ message: expect.stringContaining('does not lie under the seeds folder') as string }] })
  rmSync(join(root, 'own'))
  renameSync(outside, join(root, 'own'))
  expect((await read())[0]).toMatchObject({ imageFiles: [{ source: join(root, 'own/a.png') }], issues: [] })
})

test('a picture that can not even be looked at costs no seed, and shows once it can', async () => {
  const longest = `${'a'.repeat(300)}.png`
  const { root, read } = folderOf({
    'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01', images: [longest, 'loop.png'] }),
  })
  symlinkSync('loop.png', join(root, 'loop.png'))
  const problems = [expect.stringContaining('there is no such file'), expect.stringContaining('could not be read')]
  const messages = async () => (await read())[0]?.issues.map(({ message }) => message)
  expect(await messages()).toEqual(problems)
  expect(await messages()).toEqual(problems)
  rmSync(join(root, 'loop.png'))
  writeFileSync(join(root, 'loop.png'), PNG)
  expect((await read())[0]?.story?.images).toHaveLength(1)
})

test('a cache that can not be written costs nothing but its use', async () => {
  const { file, read } = folderOf(manySeeds(2))
  writeFileSync(dirname(file), '')
  expect(await read()).toHaveLength(2)
  expect(readFileSync(dirname(file), 'utf8')).toBe('')
})

test('many seeds are read in threads: the same bundle, issues and all, with and without a cache', async () => {
  const root = withSeeds({ ...manySeeds(500), 'bad.md': 'no front matter', 'x.md': withPicture, 'a.png': PNG })
  const cache = join(withSeeds({}), 'cache')
  const settings = readSettings({ seeds: '.' }, {})
  const plain = await bundleBuilder(root, settings)()
  for (const state of ['cold', 'warm']) {
    const { bundle, report, images } = await bundleBuilder(root, settings, cache)()
    expect([...bundle.files()], state).toEqual([...plain.bundle.files()])
    expect({ report, images }, state).toEqual({ report: plain.report, images: plain.images })
  }
  expect(existsSync(cache)).toBe(true)
})
