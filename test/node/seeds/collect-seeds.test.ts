import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { formatErrors, formatWarnings } from '../../../src/node/build/build-summary.ts'
import { collectSeeds } from '../../../src/node/seeds/collect-seeds.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import { seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'

test('seeds are found at any depth, in the order of their paths', async () => {
  const root = withSeeds({ 'b.md': '', 'a/z.TXT': '', 'a/b/c.Markdown': '', 'Z.md': '', 'a.md': '', 'é.md': '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['Z.md', 'a.md', 'a/b/c.Markdown', 'a/z.TXT', 'b.md', 'é.md'], strangers: [], links: [] })
})

test('other files are strangers, pictures and hidden files are not', async () => {
  const root = withSeeds({ 'a.md': '', 'b.mdx': '', 'c/d.json': '', 'e.JPG': '', '.hidden.md': '', '.git/f.md': '', README: '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['a.md'], strangers: ['README', 'b.mdx', 'c/d.json'], links: [] })
})

test('symbolic links are not followed, which is told of all but pictures', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }), 'f/b.png': '' })
  symlinkSync(root, join(root, 'f/loop'))
  symlinkSync(join(root, 'a.md'), join(root, 'link.md'))
  symlinkSync(join(root, 'f/b.png'), join(root, 'link.png'))
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 1, stories: 1 })
  expect(formatWarnings(report)).toEqual(['Ignored (symbolic links are not followed; put the files themselves there): ./f/loop, ./link.md'])
})

test('a folder that can not be opened is told, and costs no other seed', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }) })
  // No path may be longer than 4,096 bytes; folders that are moved into folders are.
  const deep = Array.from({ length: 12 }, () => 'deep'.repeat(50)).join('/')
  const [outer, inner] = [join(root, deep, 'inner'), join(root, 'inner')]
  mkdirSync(dirname(outer), { recursive: true })
  mkdirSync(join(inner, deep), { recursive: true })
  renameSync(inner, outer)
  onTestFinished(() => renameSync(outer, inner))
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 2, stories: 1, invalid: 1, issues: [{ severity: 'error', message: 'The file could not be read (ENAMETOOLONG).' }] })
})

test('what has a name that is not UTF-8 is told, and costs no other seed', async () => {
  const root = withSeeds({ 'a.md': seedText({ title: 'A', publishedDateTime: '2020-01-01' }) })
  const named = (name: string) => Buffer.from(join(root, name), 'latin1')
  mkdirSync(named('caf\xe9'))
  writeFileSync(named('caf\xe9/b.md'), '')
  writeFileSync(named('na\xefve.md'), '')
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ seeds: 3, stories: 1, invalid: 2 })
  expect(report.issues.map(({ message }) => message)).toEqual(Array(2).fill(expect.stringContaining('not UTF-8')))
})

test('a name can not forge a line of the report', async () => {
  const same = seedText({ title: 'Hello', publishedDateTime: '2020-01-01', webUrl: 'https://a.example/' })
  const root = withSeeds({ 'a\n\u001b[2Jb.md': '', 'x\ny.json': '', 'c\n::error::d.md': same, 'e.md': same })
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  for (const line of [...formatErrors(report), ...formatWarnings(report)]) expect(line).not.toMatch(/\p{Cc}/u)
})

test('a folder that is not there is told by its name', async () => {
  await expect(collectSeeds('/no/such/folder')).rejects.toThrow('/no/such/folder')
})
