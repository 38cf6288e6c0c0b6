import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSeed } from '../../../../src/node/seeds/read-seed.ts'
import { canBePreviewImage } from '../../../../src/shared/meta/preview-image.ts'
import { seedOf, storyOf } from '../../../support/read-one.ts'
import { withSeeds } from '../../../support/temp-folder.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex')

test('an image file in the seeds folder becomes a file of the bundle, once', async () => {
  const root = withSeeds({ 'a/x.md': seedOf('images: [photo.PNG, ../shared/b.png, ./photo.PNG]'), 'a/photo.PNG': PNG, 'shared/b.png': PNG })
  const { story, issues, imageFiles } = await readSeed(root, 'a/x.md', 'seeds')
  expect(issues).toEqual([])
  expect(story?.images.map(({ url }) => url)).toEqual([expect.stringMatching(/^data\/images\/[0-9a-f]{12}\.png$/)])
  expect(imageFiles).toEqual([{ file: story?.images[0]?.url, source: join(root, 'a/photo.PNG') }])
})

/** The beginnings of pictures, each 120 pixels wide and 900 high. */
const TALL: Readonly<Record<string, Buffer>> = {
  'a.png': Buffer.from('89504e470d0a1a0a0000000d4948445200000078000003840806000000', 'hex'),
  'a.gif': Buffer.from('4749463839617800840300000000', 'hex'),
  'a.jpg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffc000110803840078030122000211010311010000', 'hex'),
  // Declared as 900 by 120, with a rotation by a quarter.
  'turned.jpg': Buffer.from('ffd8ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000' + 'ffc000110800780384030122000211010311010000', 'hex'),
  'a.webp': Buffer.from('524946461600000057454250565038580a00000000000000770000830300', 'hex'),
  'a.avif': Buffer.from(
    '0000001866747970617669660000000061766966' + '6d696631' + '00000038' + '6d65746100000000' + '0000002c' + '69707270' + '00000024' + '6970636f' + '00000014' + '69737065' + '00000000' + '00000078' + '00000384' + '00000008' + '66726565',
    'hex',
  ),
}

test.each(Object.entries(TALL))('an image file has the size in the file, not in the seed: %s', async (name, bytes) => {
  const seeds = { 'none.md': seedOf(`images: [${name}]`), 'false.md': seedOf(`images: [{ url: ${name}, width: 1600, height: 1000 }]`) }
  const root = withSeeds({ ...seeds, [name]: bytes })
  for (const path of Object.keys(seeds)) {
    const { story, issues } = await readSeed(root, path, 'seeds')
    expect(issues).toEqual([])
    expect(story?.images).toMatchObject([{ width: 120, height: 900 }])
    expect(canBePreviewImage(story?.images[0] ?? null)).toBe(false)
  }
})

test.each([
  ['cut', PNG],
  ['of no size', Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex')],
  ['of an impossible size', Buffer.from('89504e470d0a1a0a0000000d49484452ffffffff000003840806000000', 'hex')],
  ['without end', Buffer.concat([Buffer.from('ffd8ffe00010', 'hex'), Buffer.alloc(4_000_000)])],
])('an image file that is %s has the size in the seed', async (_what, bytes) => {
  const name = bytes[0] === 0xff ? 'a.jpg' : 'a.png'
  const root = withSeeds({ 'x.md': seedOf(`images: [{ url: ${name}, width: 1600, height: 1000 }]`), [name]: bytes })
  const { story, issues } = await readSeed(root, 'x.md', 'seeds')
  expect(issues).toEqual([])
  expect(story?.images).toMatchObject([{ width: 1600, height: 1000 }])
})

test('paths outside the seeds folder and files of another format are refused', async () => {
  const secret = withSeeds({ 'secret.png': PNG })
  const names = ['../secret.png', '/etc/passwd.png', 'link.png', 'folder/../../x.png', 'text.png', 'drawing.svg', 'missing.jpg', 'folder.png', 'a\\b.png', 'x.md', 'linked/secret.png']
  const root = withSeeds({ 'x.md': seedOf(`images: ${JSON.stringify(names)}`), 'text.png': 'no picture', 'drawing.svg': '<svg/>' })
  symlinkSync(join(secret, 'secret.png'), join(root, 'link.png'))
  symlinkSync(secret, join(root, 'linked'))
  mkdirSync(join(root, 'folder.png'))
  const { story, issues, imageFiles } = await readSeed(root, 'x.md', 'seeds')
  expect(story?.images).toEqual([])
  expect(imageFiles).toEqual([])
  expect(issues.map(({ message }) => message)).toEqual(names.map((_name, index) => expect.stringMatching(new RegExp(`^images\\[${index}\\] ".*" can't be shown: `)) as string))
})

test('duplicate images and impossible sizes are left out', async () => {
  const story = await storyOf(
    seedOf(`images:
  - { url: "https://example.com/a.png?utm_source=x", width: 0, height: 300.4, attribution: " Jane  Doe " }
  - { url: https://example.com/a.png, width: 10 }`),
  )
  expect(story.images).toEqual([{ url: 'https://example.com/a.png', width: null, height: 300, caption: null, attribution: 'Jane Doe' }])
})

test.each([
  ['A title', null],
  ['“a TITLE!”', null],
  ['A titl…', null],
  ['A title (photo)', 'A title (photo)'],
  ['A robot arm', 'A robot arm'],
])('a caption that repeats the title is left out: %s', async (caption, expected) => {
  const story = await storyOf(seedOf(`images: [{ url: https://example.com/a.png, title: ${JSON.stringify(caption)} }]`))
  expect(story.images[0]?.caption).toBe(expected)
})
