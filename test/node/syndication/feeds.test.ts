import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, it, describe } from 'vitest'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, listing, makeStory, picture, SITE } from '../../support/make-story.ts'
import { SIZE, attributesOf, PUBLISHED, syndicateSeeds, textOf, textsOf, xmlOf } from '../../support/syndicate-seeds.ts'

const HOME = 'https://news.example/fold/'
const FEEDS = ['rss.xml', 'atom.xml', 'feed.json']

interface JsonItem {
  readonly id: string
  readonly title: string
  readonly content_html: string
  readonly [field: string]: unknown
}

const jsonItems = (files: ReadonlyMap<string, string>, file = 'feed.json') =>
  (JSON.parse(textOf(files, file)) as { items: JsonItem[] }).items

/** Ids by format, in the order of the feed. */
const idsOf = (files: ReadonlyMap<string, string>, folder = '') => ({
  rss: textsOf(xmlOf(files, `${folder}rss.xml`), 'guid'),
  atom: [...xmlOf(files, `${folder}atom.xml`).getElementsByTagName('entry')].flatMap((entry) => textsOf(entry, 'id')),
  json: jsonItems(files, `${folder}feed.json`).map(({ id }) => id),
})

const full = (fields: Partial<SeedStory> = {}) =>
  makeStory('full', {
    url: 'https://example.com/a?b=1&c=2',
    title: 'Chips & “dips” <up>',
    excerpt: 'Five < six & more.',
    published: '2020-05-20T08:07:00Z',
    updated: '2020-05-21T09:00:00Z',
    provider: { domain: 'example.com', name: 'Ex & Sons' },
    topics: ['AI', 'R&D'],
    images: [{ ...picture('https://example.com/a.jpg?x=1&y=2'), caption: 'A <chip>', attribution: 'Jo' }, picture('https://example.com/plain')],
    video: { url: 'https://vimeo.com/1', playerUrl: 'https://player.vimeo.com/video/1?dnt=1' },
    language: 'de',
    bodyHtml: '<p>Body<a href="#story-1">1</a></p>',
    ...fields,
  })

describe('every feed', () => {
  it('exists for the whole site and for each topic', () => {
    const files = syndicateSeeds([full()])
    for (const folder of ['', 'topic/ai/', 'topic/r-and-d/']) {
      for (const name of FEEDS) expect(files.has(folder + name), folder + name).toBe(true)
      expect(idsOf(files, folder).atom).toHaveLength(1)
    }
    const [rss, atom] = [xmlOf(files, 'topic/ai/rss.xml'), xmlOf(files, 'topic/ai/atom.xml')]
    expect(textsOf(rss, 'title')[0]).toBe('AI · The Fold')
    expect(textsOf(rss, 'link')[0]).toBe(`${HOME}topic/ai/`)
    expect(attributesOf(rss, 'atom:link', 'href')).toEqual([`${HOME}topic/ai/rss.xml`])
    expect(attributesOf(atom, 'link', 'href').slice(0, 2)).toEqual([`${HOME}topic/ai/atom.xml`, `${HOME}topic/ai/`])
    expect(JSON.parse(textOf(files, 'topic/ai/feed.json'))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${HOME}topic/ai/`,
      feed_url: `${HOME}topic/ai/feed.json`,
      language: 'en',
    })
  })

  it('contains the newest fifty of the site or twenty of a topic, newest first', () => {
    const stories = Array.from({ length: 60 }, (_, at) => makeStory(String(at), { published: after(at), topics: at % 2 ? ['Odd'] : ['AI', 'Odd'] }))
    const files = syndicateSeeds(stories)
    const newest = stories.toReversed().map(({ id }) => `tag:newsfold,2026:story/${id}`)
    for (const ids of Object.values(idsOf(files))) expect(ids).toEqual(newest.slice(0, 50))
    for (const ids of Object.values(idsOf(files, 'topic/odd/'))) expect(ids).toEqual(newest.slice(0, 20))
    for (const ids of Object.values(idsOf(files, 'topic/ai/'))) expect(ids).toEqual(newest.filter((_, at) => at % 2 === 1).slice(0, 20))
  })

  it('keeps the ids of stories that get another title, on a site that moves', () => {
    const before = syndicateSeeds([full()])
    const now = syndicateSeeds([full({ title: 'Another title' })], { ...PUBLISHED, title: 'Elsewhere', url: 'https://elsewhere.example/' })
    expect(textsOf(xmlOf(now, 'rss.xml'), 'link')[1]).toContain('another-title')
    expect(idsOf(now)).toEqual(idsOf(before))
    const ids = Object.values(idsOf(now)).flat()
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toContain(full().id)
  })

  it('without stories is valid, and its date does not depend on the clock', () => {
    const files = syndicateSeeds([])
    expect(textsOf(xmlOf(files, 'atom.xml'), 'updated')).toEqual(['1970-01-01T00:00:00Z'])
    expect(textsOf(xmlOf(files, 'rss.xml'), 'item')).toEqual([])
    expect(jsonItems(files)).toEqual([])
    expect(syndicateSeeds([])).toEqual(files)
  })

  it('names the authors, and the provider of a story without any', () => {
    const files = syndicateSeeds([full({ authors: ['Jane & Co', 'John Roe'] })])
    expect(textsOf(xmlOf(files, 'rss.xml'), 'dc:creator')).toEqual(['Jane & Co', 'John Roe'])
    expect(textsOf(xmlOf(files, 'atom.xml'), 'name')).toEqual(expect.arrayContaining(['Jane & Co', 'John Roe']))
    expect(jsonItems(files)[0]).toMatchObject({ authors: [{ name: 'Jane & Co' }, { name: 'John Roe' }] })
    expect(textsOf(xmlOf(syndicateSeeds([full()]), 'rss.xml'), 'dc:creator')).toEqual(['Ex & Sons'])
  })

  it('has absolute addresses for the images and links of a body', () => {
    const files = syndicateSeeds([full({ bodyHtml: '<p><img src="../../data/images/a.png"> <a href="../other-1/">x</a></p>' })])
    expect(jsonItems(files)[0]?.content_html).toContain(`<img src="${HOME}data/images/a.png"> <a href="${HOME}story/other-1/">x</a>`)
  })

  it('does not exist while the site has no address', () => {
    const files = syndicateSeeds([full()], SITE)
    expect([...files.keys()]).toEqual(['robots.txt', '_headers'])
    // The policy names the hosts of players.
    expect([...files.values()].join('').replace(/frame-src [^;]*/, '')).not.toContain('://')
  })

  it('names coverage on this site and elsewhere, but no story that is only similar', () => {
    const other = makeStory('other', { title: 'Covered <here>' })
    const elsewhere = { ...listing(makeStory('gone')), id: 'gone', url: 'https://else.example/?a&b', title: 'Covered "there"' }
    const alike = Array.from({ length: 5 }, (_, at) => makeStory(`alike${at}`, { title: `Alike ${at}` }))
    const files = syndicateSeeds([full({ coverage: [listing(other), elsewhere], video: null }), other, ...alike])
    const entry = [...xmlOf(files, 'atom.xml').getElementsByTagName('entry')].find((one) => textsOf(one, 'title')[0]?.startsWith('Chips'))
    const related = [...(entry?.getElementsByTagName('link') ?? [])].filter((link) => link.getAttribute('rel') === 'related')
    expect(related.map((link) => [link.getAttribute('href'), link.getAttribute('title')])).toEqual([
      [`${HOME}story/covered-here-${other.id}/`, 'Covered <here>'],
      ['https://else.example/?a&b', 'Covered "there"'],
    ])
    const html = jsonItems(files).find(({ title }) => title.startsWith('Chips'))?.content_html
    expect(html).toContain(`<a href="${HOME}story/covered-here-${other.id}/">Covered &lt;here&gt;</a> (Example)`)
    expect(html).toContain('<a href="https://else.example/?a&amp;b">Covered &quot;there&quot;</a>')
    expect(html).not.toContain('Alike')
  })
})

describe('a story', () => {
  const files = syndicateSeeds([full(), makeStory('bare', { published: after(0), provider: null, url: null })])
  const url = `${HOME}story/chips-and-dips-up-${full().id}/`
  const html =
    `<p>Body<a href="${url}#story-1">1</a></p>` +
    '<p><a href="https://example.com/a?b=1&amp;c=2">Read the original at Ex &amp; Sons</a></p>' +
    '<p><a href="https://vimeo.com/1">Watch at vimeo.com</a></p>'

  it('is an RSS item', () => {
    const item = parseRssFeed(textOf(files, 'rss.xml')).items?.[0]
    expect(item).toMatchObject({
      title: 'Chips & “dips” <up>',
      link: url,
      description: 'Five &lt; six &amp; more.',
      guid: { isPermaLink: false },
      pubDate: 'Wed, 20 May 2020 08:07:00 GMT',
      enclosures: [{ url: 'https://example.com/a.jpg?x=1&y=2', length: 0, type: 'image/jpeg' }],
      content: { encoded: html },
      atom: { updated: '2020-05-21T09:00:00Z' },
      dc: { creators: ['Ex & Sons'], sources: ['https://example.com/a?b=1&c=2'], languages: ['de'] },
    })
    expect(item?.categories?.map(({ name }) => name).sort()).toEqual(['AI', 'R&D'])
    expect(item?.media?.contents).toMatchObject([
      { url: 'https://example.com/a.jpg?x=1&y=2', type: 'image/jpeg', medium: 'image', width: 800, height: 600 },
      { url: 'https://example.com/plain', medium: 'image' },
      { medium: 'video', player: { url: 'https://player.vimeo.com/video/1?dnt=1' } },
    ])
    expect(item?.media?.thumbnails?.[0]?.url).toBe('https://example.com/a.jpg?x=1&y=2')
  })

  it('is an Atom entry', () => {
    const entry = parseAtomFeed(textOf(files, 'atom.xml')).entries?.[0]
    expect(entry).toMatchObject({
      title: { value: 'Chips & “dips” <up>' },
      published: '2020-05-20T08:07:00Z',
      updated: '2020-05-21T09:00:00Z',
      authors: [{ name: 'Ex & Sons', uri: 'https://example.com/' }],
      summary: { value: 'Five < six & more.' },
      content: { type: 'html', value: html },
      xml: { lang: 'de' },
    })
    expect(entry?.categories).toContainEqual({ term: 'r-and-d', label: 'R&D' })
    expect(entry?.links).toMatchObject([
      { rel: 'alternate', href: url },
      { rel: 'via', href: 'https://example.com/a?b=1&c=2' },
      { rel: 'enclosure', type: 'image/jpeg', href: 'https://example.com/a.jpg?x=1&y=2', title: 'A <chip>' },
      { rel: 'enclosure', href: 'https://example.com/plain' },
      { rel: 'related', href: 'https://vimeo.com/1', title: 'Video' },
    ])
  })

  it('is a JSON Feed item', () => {
    const item = parseJsonFeed(textOf(files, 'feed.json')).items?.[0]
    expect(item).toMatchObject({
      url,
      external_url: 'https://example.com/a?b=1&c=2',
      title: 'Chips & “dips” <up>',
      summary: 'Five < six & more.',
      content_html: html,
      image: 'https://example.com/a.jpg?x=1&y=2',
      date_published: '2020-05-20T08:07:00Z',
      date_modified: '2020-05-21T09:00:00Z',
      language: 'de',
      authors: [{ name: 'Ex & Sons', url: 'https://example.com/' }],
      attachments: [{ url: 'https://example.com/a.jpg?x=1&y=2', mime_type: 'image/jpeg', title: 'A <chip>' }],
    })
    expect([...(item?.tags ?? [])].sort()).toEqual(['AI', 'R&D'])
  })

  it('with only a title has the title as content, and no empty elements', () => {
    expect(jsonItems(files)[1]?.content_html).toBe('<p>Story bare</p>')
    const bare = xmlOf(files, 'rss.xml').getElementsByTagName('item')[1]
    expect([...(bare?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded', 'category'])
    const entry = xmlOf(files, 'atom.xml').getElementsByTagName('entry')[1]
    expect([...(entry?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['id', 'title', 'published', 'updated', 'link', 'category', 'content'])
    expect(Object.keys(jsonItems(files)[1] ?? {})).toEqual(['id', 'url', 'title', 'content_html', 'date_published', 'tags', 'attachments'])
  })

  it('gives a picture from the seeds folder an absolute address, and writes addresses as RFC 3986 requires', () => {
    const images = [picture('data/images/0123456789ab.png'), picture('https://example.com/a|b[1]%.gif?q=^#a#b')]
    const found = attributesOf(xmlOf(syndicateSeeds([full({ images })]), 'rss.xml'), 'media:content', 'url')
    expect(found.slice(0, 2)).toEqual([`${HOME}data/images/0123456789ab.png`, 'https://example.com/a%7Cb%5B1%5D%25.gif?q=%5E#a%23b'])
  })

  it('gives the size of a picture of the site', () => {
    const own = syndicateSeeds([full({ images: [picture('data/images/0123456789ab.png'), picture('https://example.com/a.jpg')] })])
    expect(attributesOf(xmlOf(own, 'rss.xml'), 'enclosure', 'length')).toEqual([String(SIZE)])
    expect(jsonItems(own)[0]?.attachments).toMatchObject([{ size_in_bytes: SIZE }, { mime_type: 'image/jpeg' }])
    const [, elsewhere] = (jsonItems(own)[0]?.attachments ?? []) as object[]
    expect(elsewhere).not.toHaveProperty('size_in_bytes')
  })
})

describe('hostile text', () => {
  const nasty = '\u0000\u0008\u001f\ufffe\uffff\ud800x\udfff]]><!--<script>alert(1)</script>&amp;&nbsp;"\'\u{1f916}'

  it('stays text, and what XML does not allow is left out', () => {
    const story = full({ title: nasty, excerpt: nasty, bodyHtml: '<p>\u0000o]]>k</p>', provider: { domain: 'a.example', name: nasty }, topics: ['AI', nasty] })
    const files = syndicateSeeds([story], { ...PUBLISHED, title: `x${nasty}` })
    const seen = 'x]]><!--<script>alert(1)</script>&amp;&nbsp;"\'\u{1f916}'
    expect(textsOf(xmlOf(files, 'rss.xml'), 'dc:creator')).toEqual([seen])
    expect(textsOf(xmlOf(files, 'atom.xml'), 'name')).toContain(seen)
    for (const file of files.keys()) if (file.endsWith('.xml')) expect(xmlOf(files, file).getElementsByTagName('script')).toHaveLength(0)
    expect(textsOf(xmlOf(files, 'atom.xml'), 'content')[0]).toMatch(/^<p>o]]>k<\/p>/)
    for (const { content_html } of jsonItems(files)) expect(content_html).not.toContain('<script')
  })

  it('of any kind leaves every file well-formed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(text, text, text, (title, excerpt, topic) => {
        const files = syndicateSeeds([full({ title, excerpt, topics: [topic], bodyHtml: null })], { ...PUBLISHED, title: topic })
        for (const file of files.keys()) {
          if (file.endsWith('.xml')) xmlOf(files, file)
          if (file.endsWith('.json')) JSON.parse(textOf(files, file))
        }
      }),
      { numRuns: 20 },
    )
  })
})

it('describes the site in its own words, and a topic in general', () => {
  const files = syndicateSeeds([makeStory('a', { topics: ['AI'] })], { ...PUBLISHED, description: 'All about robots.' })
  expect(textsOf(xmlOf(files, 'rss.xml'), 'description')[0]).toBe('All about robots.')
  expect(textsOf(xmlOf(files, 'atom.xml'), 'subtitle')).toEqual(['All about robots.'])
  expect(textsOf(xmlOf(files, 'topic/ai/rss.xml'), 'description')[0]).toBe('Latest stories')
})
