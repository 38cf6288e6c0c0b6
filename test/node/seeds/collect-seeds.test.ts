import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { formatErrors, formatWarnings } from '../../../src/node/build/build-summary.ts'
import { collectSeeds } from '../../../src/node/seeds/collect-seeds.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import { seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'

test('seeds are found at any depth and sorted by path', async () => {
  const root = withSeeds({ 'b.md': '', 'a/z.TXT': '', 'a/b/c.Markdown': '', 'Z.md': '', 'a.md': '', 'é.md': '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['Z.md', 'a.md', 'a/b/c.Markdown', 'a/z.TXT', 'b.md', 'é.md'], unrecognisedFiles: [], symlinks: [] })
})

test('other files are listed as unrecognised, except images and hidden files', async () => {
  const root = withSeeds({ 'a.md': '', 'b.mdx': '', 'c/d.json': '', 'e.JPG': '', '.hidden.md': '', '.git/f.md': '', README: '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['a.md', 'b.mdx'], unrecognisedFiles: ['README', 'c/d.json'], symlinks: [] })
})

test('symbolic links are not followed, and are reported except for images', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }), 'f/b.png': '' })
  symlinkSync(root, join(root, 'f/loop'))
  symlinkSync(join(root, 'a.md'), join(root, 'link.md'))
  symlinkSync(join(root, 'f/b.png'), join(root, 'link.png'))
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 1, stories: 1 })
  expect(formatWarnings(report)).toEqual(['Ignored (symbolic links are not followed; put the files themselves there): ./f/loop, ./link.md'])
})

test('a folder that can not be opened is reported, and other seeds are read', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }) })
  // No path may be longer than 4,096 bytes; folders that are moved into folders are.
  const deep = Array.from({ length: 12 }, () => 'deep'.repeat(50)).join('/')
  const [outer, inner] = [join(root, deep, 'inner'), join(root, 'inner')]
  mkdirSync(dirname(outer), { recursive: true })
  mkdirSync(join(inner, deep), { recursive: true })
  renameSync(inner, outer)
  onTestFinished(() => renameSync(outer, inner))
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 2, stories: 1, invalid: 1, issues: [{ severity: 'error', message: 'The file can not be read (ENAMETOOLONG).' }] })
})

test('a name that is not UTF-8 is reported, and other seeds are read', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }) })
  const named = (name: string) => Buffer.from(join(root, name), 'latin1')
  mkdirSync(named('caf\xe9'))
  writeFileSync(named('caf\xe9/b.md'), '')
  writeFileSync(named('na\xefve.md'), '')
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 3, stories: 1, invalid: 2 })
  expect(report.issues.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('not valid UTF-8')))
})

test('a file name can not forge a line of output', async () => {
  const same = seedText({ title: 'Hello', publishedDateTime: '2020-01-01', webUrl: 'https://a.example/' })
  const root = withSeeds({ 'a\n\u001b[2Jb.md': '', 'x\ny.json': '', 'c\n::error::d.md': same, 'e.md': same })
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  for (const line of [...formatErrors(report), ...formatWarnings(report)]) expect(line).not.toMatch(/\p{Cc}/u)
})

test('a missing seeds folder is reported by its name', async () => {
  await expect(collectSeeds('/no/such/folder')).rejects.toThrow('/no/such/folder')
})
