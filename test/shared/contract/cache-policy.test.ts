import { expect, test } from 'vitest'
import { cacheNameOf, cacheKindOf, cachedPageFor } from '../../../src/shared/contract/cache-policy.ts'
import { dataFiles, feedFile, siteFiles, topicPath } from '../../../src/shared/contract/permalinks.ts'

test.each([
  ['', 'pages'],
  ['story/a-chip-0123456789/', 'pages'],
  ['story/a-chip-0123456789', 'pages'],
  ['assets/index-a1b2.js', 'assets'],
  [dataFiles.catalog, 'data'],
  [dataFiles.feedPage(3), 'data'],
  [dataFiles.searchDirectory('a1'), 'data'],
  [dataFiles.searchTerms('a1'), 'hashed'],
  [dataFiles.image('a1.jpg'), 'pictures'],
  [dataFiles.card('a1'), 'pictures'],
  [dataFiles.version, null],
  [siteFiles.serviceWorker, null],
  [siteFiles.sitemap, null],
  [feedFile('rss', topicPath('ai')), null],
])('the file %j goes into the cache %s', (file, kind) => {
  expect(cacheKindOf(file, 'assets')).toBe(kind)
})

test('sites of one origin have caches of their own', () => {
  expect(cacheNameOf('data', 'https://a.example/x/')).not.toBe(cacheNameOf('data', 'https://a.example/'))
})

const SITE = 'https://a.example/x/'

test.each([
  ['story/old-title-5a5gxkgqnv/', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title-5a5gxkgqnv', 'story/new-title-5a5gxkgqnv/'],
  ['story/5a5gxkgqnv', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title%2D5a5gxkgqnv/', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title-5a5gxkgqnv/?from=mail#end', 'story/new-title-5a5gxkgqnv/'],
  ['topic/caf%C3%A9', 'topic/caf%c3%a9/'],
  ['topic/a-5a5gxkgqnv', 'topic/a-5a5gxkgqnv/'],
  ['archive', 'archive/'],
  ['archive/2024-05', 'archive/2024-05/'],
  ['?q=word', ''],
])('a request for %j is answered with the cached page %j', (asked, cached) => {
  expect(cachedPageFor(SITE + asked, [SITE + cached], SITE)).toBe(SITE + cached)
})

test.each([
  ['topic/b-5a5gxkgqnv/', 'topic/a-5a5gxkgqnv/'],
  ['topic/5a5gxkgqnv/', 'story/new-title-5a5gxkgqnv/'],
  ['story/', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title-5a5gxkgqnv/more/', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title-5a5gxkgqnw/', 'story/new-title-5a5gxkgqnv/'],
  ['story/new-title-', 'story/'],
  ['topic/a%2Fb/', 'topic/a/b/'],
  ['topic/%FF/', 'topic/caf%C3%A9/'],
  ['archive/2024-05/2/', 'archive/2024-05/'],
  ['archive/', ''],
])('a request for %j is not answered with the cached page %j', (asked, cached) => {
  expect(cachedPageFor(SITE + asked, [SITE + cached], SITE)).toBeUndefined()
})

test('a page cached under the same address wins over others of the same story, and newer ones over older ones', () => {
  const cached = ['story/a-5a5gxkgqnv/', 'story/b-5a5gxkgqnv/', 'story/c-5a5gxkgqnv/'].map((file) => SITE + file)
  expect(cachedPageFor(`${SITE}story/a-5a5gxkgqnv/`, cached, SITE)).toBe(cached[0])
  expect(cachedPageFor(`${SITE}story/d-5a5gxkgqnv/`, cached, SITE)).toBe(cached[2])
})

test('an address outside the base path is no page of the site', () => {
  expect(cachedPageFor('https://a.example/story/a-5a5gxkgqnv/', [`${SITE}story/a-5a5gxkgqnv/`], SITE)).toBeUndefined()
})
