import { parseOpml } from 'feedsmith'
import { expect, it, describe } from 'vitest'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { alternateLinks } from '../../../src/shared/meta/alternate-links.ts'
import { after, bundleFiles, makeStory, readStories, SITE } from '../../support/make-story.ts'
import { attributesOf, filesOf, PUBLISHED, syndicateSeeds, textOf, textsOf, xmlOf } from '../../support/syndicate-seeds.ts'

const HOME = 'https://news.example/fold/'
const first = makeStory('first', { published: after(0), updated: after(9), topics: ['AI', '日本'] })
const second = makeStory('second', { published: after(1) })

describe('the sitemap', () => {
  it('lists the stories, the front page, topics and archives, each with its newest change', () => {
    const files = syndicateSeeds([first, second], PUBLISHED, ['/archive/2020-01/'])
    const map = xmlOf(files, 'sitemap.xml')
    expect(map.documentElement.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
    expect([...map.getElementsByTagName('url')].map((url) => [...url.children].map(({ textContent }) => textContent))).toEqual([
      [`${HOME}story/story-first-${first.id}/`, after(9)],
      [`${HOME}story/story-second-${second.id}/`, after(1)],
      [HOME, after(9)],
      [`${HOME}topic/${encodeURIComponent('日本')}/`, after(9)],
      [`${HOME}topic/ai/`, after(9)],
      [`${HOME}archive/2020-01/`],
    ])
  })

  const sitemapOf = (count: number) => {
    const story = readStories([first])(first)
    const stories = Array.from({ length: count }, (_, at) => ({ ...story, slug: `s-${at}`, published: after(at), updated: null }))
    return filesOf({ site: PUBLISHED, stories, topicLists: [[{ slug: 'ai', name: 'AI' }, [0, 1]]], threads: [], days: () => [], archivePaths: ['/archive/'] })
  }

  it('comes in parts with an index where it has many addresses', () => {
    const files = sitemapOf(2_000)
    const index = xmlOf(files, 'sitemap.xml')
    expect(index.documentElement.tagName).toBe('sitemapindex')
    const parts = ['stories-1', 'stories-2', 'topics-1', 'archive-1']
    expect(textsOf(index, 'loc')).toEqual(parts.map((part) => `${HOME}sitemap-${part}.xml`))
    expect(textsOf(index, 'lastmod')).toEqual([after(999), after(1_999), after(1_999)])
    const counts = parts.map((part) => textOf(files, `sitemap-${part}.xml`).match(/<loc>/g)?.length)
    expect(counts).toEqual([1_000, 1_000, 2, 1])
  })

  it('has one more part for the story after a full one, and keeps the parts of other pages', () => {
    const [before, now] = [sitemapOf(2_000), sitemapOf(2_001)]
    const changed = [...now.keys()].filter((file) => file.startsWith('sitemap') && textOf(now, file) !== (before.has(file) ? textOf(before, file) : ''))
    // The front page has changed with its newest story.
    expect(changed.sort()).toEqual(['sitemap-stories-3.xml', 'sitemap-topics-1.xml', 'sitemap.xml'])
  })
})

it('robots.txt lets crawlers in, and names the sitemap where there is one', () => {
  expect(textOf(syndicateSeeds([first], SITE), 'robots.txt')).toBe('User-agent: *\nDisallow:\n')
  expect(textOf(syndicateSeeds([first]), 'robots.txt')).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${HOME}sitemap.xml\n`)
})

it('the OPML lists the whole feed, the daily digest and the feeds of all topics', () => {
  const outlines = parseOpml(textOf(syndicateSeeds([first, second]), 'opml.xml')).body?.outlines
  expect(outlines).toMatchObject([
    { type: 'rss', text: 'The Fold', xmlUrl: `${HOME}rss.xml`, htmlUrl: HOME },
    { type: 'rss', text: 'Daily digest · The Fold', xmlUrl: `${HOME}day/rss.xml` },
    { type: 'rss', text: 'AI · The Fold', xmlUrl: `${HOME}topic/ai/rss.xml`, htmlUrl: `${HOME}topic/ai/` },
    { type: 'rss', text: '日本 · The Fold' },
  ])
})

it('browsers can search the site, under a short enough name', () => {
  const search = xmlOf(syndicateSeeds([], { ...PUBLISHED, title: 'The Very Long Fold of News' }), 'opensearch.xml')
  expect(search.documentElement.namespaceURI).toBe('http://a9.com/-/spec/opensearch/1.1/')
  expect(textsOf(search, 'ShortName')[0]?.length).toBeLessThanOrEqual(16)
  expect(attributesOf(search, 'Url', 'template')).toEqual([`${HOME}?q={searchTerms}`, `${HOME}opensearch.xml`])
})

it('a page links its own feeds first, and only files that exist', () => {
  const files = syndicateSeeds([first])
  const links = alternateLinks(PUBLISHED, { path: '/topic/ai/', name: 'AI' })
  expect(links.map(({ href }) => files.has(href.slice(HOME.length)))).toEqual(links.map(() => true))
  expect(links[0]).toEqual({ rel: 'alternate', type: 'application/rss+xml', title: 'AI · The Fold (RSS)', href: `${HOME}topic/ai/rss.xml` })
  expect(alternateLinks(PUBLISHED, null)).toEqual(links.slice(3))
  expect(alternateLinks(SITE, null)).toEqual([])
})

describe('the headers', () => {
  const rules = textOf(syndicateSeeds([first]), '_headers')
    .split(/\n(?=\S)/)
    .map((block) => block.split('\n').map((line) => line.trim()))
  /** Values a host that joins all rules which match would send. */
  const sent = (path: string, header: string) =>
    rules.flatMap(([pattern = '', ...headers]) => {
      const match = new RegExp(`^${pattern.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')}$`)
      return match.test(path) ? headers.filter((line) => line.startsWith(`${header}: `)).map((line) => line.slice(header.length + 2)) : []
    })

  it('cache files named by their content for a year, and have all others revalidated', () => {
    for (const path of ['/fold/assets/index-a1b2.js', '/fold/data/images/0123456789ab.png']) {
      expect(sent(path, 'Cache-Control')).toEqual(['public, max-age=31536000, immutable'])
    }
    const bundle = assembleBundle([first, second], SITE, 'version')
    const files = [...bundleFiles(bundle)].map(([file]) => file)
    const isHashed = (file: string) => file.startsWith('data/find/') && !file.startsWith('data/find/directory/')
    for (const file of files) expect(new Set(sent(`/fold/${file}`, 'Cache-Control')).size, file).toBe(1)
    const pages = ['', 'index.html', '404.html', 'topic/ai/', 'story/a-b/', 'archive/2020-01/', 'rss.xml', 'topic/ai/feed.json']
    for (const path of [...files.filter((file) => !isHashed(file)), ...pages]) {
      expect(new Set(sent(`/fold/${path}`, 'Cache-Control')), path).toEqual(new Set(['no-cache']))
    }
  })

  it('give the type of each feed once, and forbid guessing it', () => {
    expect(sent('/fold/rss.xml', 'Content-Type')).toEqual(['application/rss+xml; charset=utf-8'])
    expect(sent('/fold/topic/ai/atom.xml', 'Content-Type')).toEqual(['application/atom+xml; charset=utf-8'])
    expect(sent('/fold/topic/ai/feed.json', 'Content-Type')).toEqual(['application/feed+json; charset=utf-8'])
    expect(sent('/fold/data/catalog.json', 'Content-Type')).toEqual([])
    expect(sent('/fold/assets/x.js', 'X-Content-Type-Options')).toEqual(['nosniff'])
  })
})
