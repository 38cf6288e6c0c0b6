import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OutputFolder } from '../../../src/node/output/output-folder.ts'
import { writeRedirects } from '../../../src/node/pages/write-redirects.ts'
import { makeStory } from '../../support/make-story.ts'
import { withSeeds } from '../../support/temp-folder.ts'

function redirectsOf(...aliases: string[]): { readonly root: string; readonly slug: string; readonly files: string[] } {
  const root = withSeeds({})
  const story = makeStory('a', { aliases })
  const output = new OutputFolder(root)
  writeRedirects(output, [story], 'assets')
  output.publish(() => undefined)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  return { root, slug: story.slug, files: files.sort() }
}

test('an old address of a story leads to it, wherever the site is published', () => {
  const { root, slug, files } = redirectsOf('/2022/07/01/title/', 'old/title.html')
  expect(files).toEqual(['2022/07/01/title/index.html', 'old/title.html'])
  expect(readFileSync(join(root, '2022/07/01/title/index.html'), 'utf8')).toContain(`content="0; url=../../../../story/${slug}/"`)
  expect(readFileSync(join(root, 'old/title.html'), 'utf8')).toContain(`<a href="../story/${slug}/">`)
})

test('no alias replaces a file of the site or leaves its folder', () => {
  expect(redirectsOf('index.html', '/', '404.html', 'story/x/', 'data/x.html', 'assets/x/', '../x.html', 'a/../../x/', '/.git/x/', 'a//b/', 'A name', 'slug').files).toEqual([])
  expect(existsSync('x.html')).toBe(false)
})
