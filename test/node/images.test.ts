import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSeed } from '../../src/node/read-seed.ts'
import { seedOf, storyOf } from '../support/read-one.ts'
import { withSeeds } from '../support/temp-folder.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex')

test('a picture beside its seed becomes a file of the bundle, once', async () => {
  const root = withSeeds({ 'a/x.md': seedOf('images: [photo.PNG, ../shared/b.png, ./photo.PNG]'), 'a/photo.PNG': PNG, 'shared/b.png': PNG })
  const { story, issues, imageFiles } = await readSeed(root, 'a/x.md', 'seeds')
  expect(issues).toEqual([])
  expect(story?.images.map(({ url }) => url)).toEqual([expect.stringMatching(/^data\/images\/[0-9a-f]{12}\.png$/)])
  expect(imageFiles).toEqual([{ file: story?.images[0]?.url, source: join(root, 'a/photo.PNG') }])
})

test('no path leads out of the seeds folder, and no file passes for what it is not', async () => {
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

test('the same picture stands once, with the sizes that can be', async () => {
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
])('a caption that repeats the title is none: %s', async (caption, expected) => {
  const story = await storyOf(seedOf(`images: [{ url: https://example.com/a.png, title: ${JSON.stringify(caption)} }]`))
  expect(story.images[0]?.caption).toBe(expected)
})
