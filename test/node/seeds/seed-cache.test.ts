import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import type { ReadSeed } from '../../../src/node/seeds/read-seed.ts'
import { readBatch } from '../../../src/node/seeds/seed-cache.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { bundleFiles } from '../../support/make-story.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000002000000020008060000', 'hex')
const withPicture = seedText({ title: 'A', publishedDateTime: '2020-01-01', images: ['a.png'] })

/** A folder of seeds with a cache beside it, and how a build reads it. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>, version = '1') {
  const root = withSeeds(files)
  const file = join(withSeeds({}), 'cache/1.json')
  const paths = Object.keys(files).filter((path) => path.endsWith('.md'))
  const read = async (by = version) =>
    JSON.parse(await readBatch({ root, display: 'seeds', options: { dates: null, undated: 'skip', images: 'link' }, paths, file, version: by })) as ReadSeed[]
  return { root, file, read }
}

test('results are cached, and a changed seed is read again', async () => {
  const { root, file, read } = folderOf(manySeeds(3))
  const first = await read()
  const kept = statSync(file).mtimeMs
  expect(await read()).toEqual(first)
  expect(statSync(file).mtimeMs).toBe(kept)
  writeFileSync(join(root, '00002.md'), seedText({ title: 'Changed', publishedDateTime: '2020-01-01' }))
  expect((await read()).map(({ story }) => story?.title)).toEqual(['Story number 1', 'Changed', 'Story number 3'])
})

test('a change is noticed although length and modification time are the same', async () => {
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
])('a cache that was %s is not used', async (_, corrupt) => {
  const { file, read } = folderOf(manySeeds(3))
  const first = await read()
  writeFileSync(file, corrupt(readFileSync(file, 'utf8')))
  expect(await read()).toEqual(first)
})

test('a folder in place of the cache file is replaced, and so is the draft of a killed build', async () => {
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

test('a cache of another code version is not used', async () => {
  const { file, read } = folderOf(manySeeds(2))
  await read('1')
  const before = readFileSync(file, 'utf8')
  await read('2')
  expect(readFileSync(file, 'utf8')).not.toBe(before)
})

test('an image file that is added or removed is noticed', async () => {
  const { root, read } = folderOf({ 'a.md': withPicture })
  expect((await read())[0]?.issues).toHaveLength(1)
  writeFileSync(join(root, 'a.png'), PNG)
  expect((await read())[0]).toMatchObject({ issues: [], imageFiles: [{ source: join(root, 'a.png') }] })
  rmSync(join(root, 'a.png'))
  expect((await read())[0]?.issues).toHaveLength(1)
})

test('an image whose folder was moved outside is no longer shown', async () => {
  const { root, read } = folderOf({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01', images: ['own/a.png'] }), 'own/a.png': PNG })
  const outside = join(withSeeds({}), 'own')
  expect((await read())[0]?.imageFiles).toHaveLength(1)
  renameSync(join(root, 'own'), outside)
  symlinkSync(outside, join(root, 'own'))
  expect((await read())[0]).toMatchObject({ imageFiles: [], issues: [{ message: expect.stringContaining('is not in the seeds folder') as string }] })
  rmSync(join(root, 'own'))
  renameSync(outside, join(root, 'own'))
  expect((await read())[0]).toMatchObject({ imageFiles: [{ source: join(root, 'own/a.png') }], issues: [] })
})

test('an unreadable image is reported, and shown once it is readable', async () => {
  const longest = `${'a'.repeat(300)}.png`
  const { root, read } = folderOf({
    'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01', images: [longest, 'loop.png'] }),
  })
  symlinkSync('loop.png', join(root, 'loop.png'))
  const problems = [expect.stringContaining('does not exist'), expect.stringContaining('can not be read')]
  const messages = async () => (await read())[0]?.issues.map(({ message }) => message)
  expect(await messages()).toEqual(problems)
  expect(await messages()).toEqual(problems)
  rmSync(join(root, 'loop.png'))
  writeFileSync(join(root, 'loop.png'), PNG)
  expect((await read())[0]?.story?.images).toHaveLength(1)
})

test('a cache that can not be written changes no result', async () => {
  const { file, read } = folderOf(manySeeds(2))
  writeFileSync(dirname(file), '')
  expect(await read()).toHaveLength(2)
  expect(readFileSync(dirname(file), 'utf8')).toBe('')
})

test('worker threads and the cache give the same bundle and issues', async () => {
  const root = withSeeds({ ...manySeeds(500), 'bad.md': 'no front matter', 'x.md': withPicture, 'a.png': PNG })
  const cache = join(withSeeds({}), 'cache')
  const settings = readSettings({ seeds: '.' }, {})
  const plain = await bundleBuilder(root, settings)()
  for (const state of ['cold', 'warm']) {
    const { bundle, report, images } = await bundleBuilder(root, settings, cache)()
    expect([...bundleFiles(bundle)], state).toEqual([...bundleFiles(plain.bundle)])
    expect({ report, images }, state).toEqual({ report: plain.report, images: plain.images })
  }
  expect(existsSync(cache)).toBe(true)
})
