import { expect, test } from 'vitest'
import { cacheNameOf, keptKindOf } from '../../src/shared/kept-files.ts'
import { dataFiles, siteFiles, syndicationFile } from '../../src/shared/permalinks.ts'

test.each([
  ['', 'pages'],
  ['story/a-chip-0123456789/', 'pages'],
  ['story/a-chip-0123456789', 'pages'],
  ['assets/index-a1b2.js', 'assets'],
  [dataFiles.catalog, 'data'],
  [dataFiles.feedPage(3), 'data'],
  [dataFiles.findDirectory('a1'), 'data'],
  [dataFiles.findTerms('a1'), 'hashed'],
  [dataFiles.image('a1.jpg'), 'pictures'],
  [dataFiles.card('a1'), 'pictures'],
  [dataFiles.version, null],
  [siteFiles.serviceWorker, null],
  [siteFiles.sitemap, null],
  [syndicationFile('rss', 'ai'), null],
])('the file %j is kept as %s', (file, kind) => {
  expect(keptKindOf(file, 'assets')).toBe(kind)
})

test('readers of one origin keep theirs apart', () => {
  expect(cacheNameOf('data', 'https://a.example/x/')).not.toBe(cacheNameOf('data', 'https://a.example/'))
})
