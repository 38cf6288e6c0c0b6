import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectSeeds } from '../../src/node/collect-seeds.ts'
import { withSeeds } from '../support/temp-folder.ts'

test('seeds are found at any depth, in the order of their paths', async () => {
  const root = withSeeds({ 'b.md': '', 'a/z.TXT': '', 'a/b/c.Markdown': '', 'Z.md': '', 'a.md': '', 'é.md': '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['Z.md', 'a.md', 'a/b/c.Markdown', 'a/z.TXT', 'b.md', 'é.md'], strangers: [] })
})

test('other files are strangers, pictures and hidden files are not', async () => {
  const root = withSeeds({ 'a.md': '', 'b.mdx': '', 'c/d.json': '', 'e.JPG': '', '.hidden.md': '', '.git/f.md': '', README: '' })
  expect(await collectSeeds(root)).toEqual({ seeds: ['a.md'], strangers: ['README', 'b.mdx', 'c/d.json'] })
})

test('symbolic links are not followed', async () => {
  const root = withSeeds({ 'a.md': '', 'f/b.md': '' })
  symlinkSync(root, join(root, 'f/loop'))
  symlinkSync(join(root, 'a.md'), join(root, 'link.md'))
  expect((await collectSeeds(root)).seeds).toEqual(['a.md', 'f/b.md'])
})

test('a folder that is not there is told by its name', async () => {
  await expect(collectSeeds('/no/such/folder')).rejects.toThrow('/no/such/folder')
})
