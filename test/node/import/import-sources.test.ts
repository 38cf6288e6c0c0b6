import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatImport, formatResult } from '../../../src/node/import/import-summary.ts'
import { importSources, type SourceResult } from '../../../src/node/import/import-sources.ts'
import { readSeed } from '../../../src/node/seeds/read-seed.ts'
import { serve } from '../../support/serve.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const NOW = new Date('2026-01-02T03:04:05Z')

interface Imported {
  readonly results: SourceResult[]
  /** The seeds by path, without the states. */
  readonly seeds: Readonly<Record<string, string>>
}

/** Imports sources into a seeds folder, where they see a server at 127.0.0.1 only if private addresses are allowed. */
async function importInto(seeds: string, sources: readonly string[], options: { readonly now?: Date; readonly allowPrivate?: boolean } = {}): Promise<Imported> {
  const results = await importSources(sources, { seeds, allowPrivate: true, now: NOW, ...options }, () => undefined)
  const files = readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).sort()
  return { results, seeds: Object.fromEntries(files.map((file) => [file, readFileSync(join(seeds, file), 'utf8')])) }
}

/** Imports one file of this content and returns the story that the build reads from its only seed. */
async function storyFrom(content: string | Uint8Array, name = 'a.xml') {
  const folder = withSeeds({ [name]: content, 'seeds/x.txt': '' })
  const seeds = join(folder, 'seeds')
  rmSync(join(seeds, 'x.txt'))
  const { seeds: written } = await importInto(seeds, [join(folder, name)])
  const [path = ''] = Object.keys(written)
  const { story, issues } = await readSeed(seeds, path, 'seeds')
  expect(issues).toEqual([])
  return story
}

function rss(items: string, channel = '<title>The Paper</title><link>https://paper.example/</link>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`
}

const DATED = '<pubDate>Mon, 06 Sep 2010 00:01:00 +0200</pubDate>'

test('an item of RSS keeps what a seed can have', async () => {
  const story = await storyFrom(
    rss(
      `<item><title>Robots &amp;amp; law</title><link>https://paper.example/a?utm_source=rss</link><guid isPermaLink="false">1</guid>${DATED}
      <category>Law</category><category>AI</category><author>ann@paper.example (Ann Lee)</author><description>Short.</description><dc:language>de</dc:language>
      <media:content url="https://paper.example/a.jpg" medium="image"/><content:encoded><![CDATA[<p>Long <b>text</b> with {{ braces }}, $x_1$ and <a href="/b">a link</a>.</p><script>evil()</script><iframe src="https://www.youtube.com/embed/V0rRu7cevR0"></iframe>]]></content:encoded></item>`,
    ),
  )
  expect(story).toMatchObject({
    title: 'Robots & law', url: 'https://paper.example/a', published: '2010-09-05T22:01:00Z', topics: ['Law', 'AI'], authors: ['Ann Lee'],
    excerpt: 'Short.', language: 'de', provider: { name: 'The Paper', domain: 'paper.example' }, images: [{ url: 'https://paper.example/a.jpg' }],
  })
  expect(story?.bodyHtml).toContain('<p>Long <strong>text</strong> with {{ braces }}, $x_1$ and <a href="https://paper.example/b"')
  expect(story?.bodyHtml).toContain('href="https://www.youtube.com/watch?v=V0rRu7cevR0"')
  expect(story?.bodyHtml).not.toContain('evil')
})

test.each([
  ['RSS 0.91', `<rss version="0.91"><channel><title>P</title><link>https://p.example/</link><description>d</description><item><title>T</title><link>https://p.example/1</link><description>S</description></item></channel></rss>`, {}],
  ['RDF', `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>P</title><link>https://p.example/</link><dc:language>ja</dc:language></channel><item rdf:about="https://p.example/1"><title>T</title><link>https://p.example/1</link><description>S</description><dc:date>2005-01-02T03:04:05+09:00</dc:date></item></rdf:RDF>`, { published: '2005-01-01T18:04:05Z', language: 'ja' }],
  ['Atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><link href="https://p.example/"/><id>f</id><updated>2020-01-01T00:00:00Z</updated><entry><title type="html">&lt;i&gt;T&lt;/i&gt;</title><id>e</id><link href="/1"/><published>2020-01-02T00:00:00Z</published><updated>2020-01-03T00:00:00Z</updated><category term="t" label="Topic"/><summary>S</summary></entry></feed>`, { published: '2020-01-02T00:00:00Z', updated: '2020-01-03T00:00:00Z', topics: ['Topic'] }],
  ['JSON Feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'P', home_page_url: 'https://p.example/', items: [{ id: '1', url: 'https://p.example/1', title: 'T', summary: 'S', date_published: '2020-01-02T00:00:00Z', tags: ['Topic'] }] }), { published: '2020-01-02T00:00:00Z', topics: ['Topic'] }],
  ['Wallabag', JSON.stringify([{ title: 'T', url: 'https://p.example/1', content: '<p>Text</p>', created_at: '2020-01-02T00:00:00+0000', published_at: null, tags: ['Topic'], language: 'fr' }]), { excerpt: 'Text', published: '2020-01-02T00:00:00Z', topics: ['Topic'], language: 'fr' }],
  ['Omnivore', JSON.stringify([{ title: 'T', url: 'https://p.example/1', description: 'S', author: 'Ann', labels: ['Topic'], savedAt: '2020-01-03T00:00:00.000Z', publishedAt: '2020-01-02T00:00:00.000Z' }]), { published: '2020-01-02T00:00:00Z', topics: ['Topic'], authors: ['Ann'] }],
  ['Pocket', 'title,url,time_added,tags,status\n"T",https://p.example/1,1577923200,ai|law,unread\n', { excerpt: '', published: '2020-01-02T00:00:00Z', topics: ['ai', 'law'] }],
  ['Raindrop', 'id,title,note,excerpt,url,folder,tags,created,cover\n1,T,,S,https://p.example/1,Unsorted,"a, b",2020-01-02T00:00:00.000Z,https://p.example/c.png\n', { published: '2020-01-02T00:00:00Z', topics: ['a', 'b'] }],
  ['Readwise', 'Title,URL,ID,Document tags,Saved date\nT,https://p.example/1,x,"[\'a\']",2020-01-02 00:00:00+00:00\n', { excerpt: '', published: '2020-01-02T00:00:00Z', topics: ['a'] }],
  ['a browser', '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>Robots</H3><DL><DT><A HREF="https://p.example/1" ADD_DATE="1577923200" TAGS="a">T</A><DD>S</DL></DL>', { published: '2020-01-02T00:00:00Z', topics: ['a', 'Robots'] }],
])('an item of %s becomes a story', async (_name, content, expected) => {
  expect(await storyFrom(content)).toMatchObject({ title: 'T', url: 'https://p.example/1', excerpt: 'S', published: '2026-01-02T03:04:05Z', ...expected })
})

test('an item without a date has that of its feed, also if it is only the one when the feed was made', async () => {
  const feed = (date: string) => `<rss version="2.0"><channel><title>P</title>${date}<item><title>T</title><link>https://p.example/1</link></item></channel></rss>`
  expect(await storyFrom(feed('<lastBuildDate>Wed, 01 Apr 2020 00:00:00 GMT</lastBuildDate>'))).toMatchObject({ published: '2020-04-01T00:00:00Z' })
  expect(await storyFrom(feed('<pubDate>Thu, 02 Apr 2020 00:00:00 GMT</pubDate>'))).toMatchObject({ published: '2020-04-02T00:00:00Z' })
})

test('a feed that breaks off has its whole items, and says so; one that is damaged elsewhere is refused', async () => {
  const item = (number: number) => `<item><title>Item ${number}</title><link>https://p.example/${number}</link></item>`
  const start = `<rss version="2.0"><channel><title>P</title>${item(1)}`
  const folder = withSeeds({ 'cut.xml': `${start}<item><title>Item 2</title><description><![CDATA[And th`, 'wrong.xml': `${start.replace('</title>', '</titel>')}</channel></rss>`, 'seeds/other.md': '' })
  const { results, seeds } = await importInto(join(folder, 'seeds'), ['cut.xml', 'wrong.xml'].map((name) => join(folder, name)))
  expect(Object.values(seeds).filter((seed) => seed.includes('title: Item'))).toHaveLength(1)
  const lines = results.map((result) => formatResult(result, () => 'seeds'))
  expect(lines).toContainEqual(expect.stringContaining('1 item: 1 new, 0 updated, 0 unchanged in seeds. The feed breaks off: what follows its last whole item is left out.'))
  expect(lines).toContainEqual(expect.stringContaining('not imported, because it is no valid feed: a tag in it is not closed.'))
})

test.each([
  ['windows-1251, undeclared', Buffer.from([...Buffer.from(`<rss version="2.0"><channel><title>x</title><item><title>`), 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xe2, 0xf1, 0xe5, 0xec, 0x20, 0xeb, 0xfe, 0xe4, 0xff, 0xec, ...Buffer.from('</title><link>https://p.example/1</link></item></channel></rss>')]), 'Привет всем людям'],
  ['Shift_JIS, declared', Buffer.from([...Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss version="2.0"><channel><title>x</title><item><title>'), 0x90, 0x7d, 0x8f, 0x91, 0x8a, 0xd9, ...Buffer.from('</title><link>https://p.example/1</link></item></channel></rss>')]), '図書館'],
  ['ISO-8859-1, with a quotation mark of windows-1252', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>x</title><item><title>L\x92\xe9t\xe9</title><link>https://p.example/1</link></item></channel></rss>', 'latin1'), 'L’été'],
])('text in %s is decoded', async (_name, bytes, title) => {
  expect((await storyFrom(bytes))?.title).toBe(title)
})

test('a second import changes nothing, and what a person changed or deleted stays so', async () => {
  const folder = withSeeds({ 'news.xml': rss(['a', 'b', 'c'].map((name) => `<item><title>${name}</title><link>https://paper.example/${name}</link></item>`).join('')), 'seeds/other.md': '' })
  const seeds = join(folder, 'seeds')
  const source = join(folder, 'news.xml')
  const first = await importInto(seeds, [source])
  const [a = '', b = '', c = ''] = Object.keys(first.seeds)
  // Undated items keep the time of their first import.
  expect(await importInto(seeds, [source], { now: new Date('2027-01-01T00:00:00Z') })).toMatchObject({ seeds: first.seeds, results: [{ written: { counts: { items: 3, unchanged: 3, added: 0, updated: 0 } } }] })
  writeFileSync(join(seeds, a), `${first.seeds[a]}My note.\n`)
  rmSync(join(seeds, b))
  writeFileSync(source, readFileSync(source, 'utf8').replace('<title>a<', '<title>A<').replace('<title>c<', '<title>C<'))
  const later = await importInto(seeds, [source])
  expect(later.results).toMatchObject([{ written: { counts: { items: 3, updated: 1, kept: 2, unchanged: 0 } } }])
  expect(Object.keys(later.seeds)).toEqual([a, c, 'other.md'].sort())
  expect(later.seeds[a]).toContain('My note.')
  expect(later.seeds[c]).toContain('title: C')
  expect(formatImport(later.results)).toBe('1 source: 1 imported, 0 not modified, 0 failed. 3 items: 0 new, 1 updated, 0 unchanged, 2 left as you changed or deleted them.')
})

test('every feed of an OPML list is imported, asked only for changes, and a dead one stops no other', async () => {
  const asked: (string | undefined)[] = []
  const origin = await serve((request, response) => {
    if (request.url === '/list.opml') return response.end(`<opml version="2.0"><body><outline text="G"><outline xmlUrl="${origin}/good" text="a"/><outline xmlUrl="${origin}/dead" text="b"/></outline></body></opml>`)
    if (request.url === '/good') return response.writeHead(302, { location: '/moved' }).end()
    if (request.url !== '/moved') return response.writeHead(410).end()
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
    return response.writeHead(200, { etag: '"1"' }).end(rss(`<item><title>T</title><link>https://paper.example/1</link>${DATED}</item>`))
  })
  const seeds = withSeeds({ 'x.md': '' })
  const { results, seeds: written } = await importInto(seeds, [`${origin}/list.opml`])
  expect(results.map((result) => formatResult(result, () => 'seeds/x')).sort()).toEqual([
    `${origin}/dead: not imported, because the server answered 410.`,
    `${origin}/good: 1 item: 1 new, 0 updated, 0 unchanged in seeds/x.`,
  ])
  expect(Object.keys(written)).toContainEqual(expect.stringMatching(/^127\.0\.0\.1-good\/2010-09-05-t-[\da-z]{6}\.md$/))
  expect((await importInto(seeds, [`${origin}/list.opml`])).results).toContainEqual({ source: `${origin}/good`, kind: 'not-modified' })
  expect(asked).toEqual([undefined, '"1"'])
})

test('a page leads to the feed that it names', async () => {
  const origin = await serve((request, response) =>
    response.end(request.url === '/' ? '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/feed.xml"></html>' : rss(`<item><title>T</title><link>https://paper.example/1</link>${DATED}</item>`)),
  )
  expect(await importInto(withSeeds({ 'x.md': '' }), [`${origin}/`])).toMatchObject({ results: [{ kind: 'imported' }] })
})

test('private addresses are refused, also behind a name or a redirect', async () => {
  const origin = await serve((_, response) => response.end(rss('')))
  const { results } = await importInto(withSeeds({ 'x.md': '' }), [origin, origin.replace('127.0.0.1', 'localhost'), origin.replace('127.0.0.1', '[::ffff:127.0.0.1]'), 'http://169.254.169.254/'], { allowPrivate: false })
  expect(results).toHaveLength(4)
  for (const result of results) expect(result).toMatchObject({ kind: 'failed', reason: expect.stringContaining('is a private address. Add --allow-private') as unknown })
})

test('endless redirects, too large answers and what is no feed are refused', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/loop') response.writeHead(301, { location: '/loop' }).end()
    else if (request.url === '/file') response.writeHead(301, { location: 'file:///etc/hosts' }).end()
    else if (request.url === '/large') response.end(Buffer.alloc(21 * 1024 * 1024))
    else response.end('hello')
  })
  const { results } = await importInto(withSeeds({ 'x.md': '' }), ['loop', 'file', 'large', 'text'].map((path) => `${origin}/${path}`))
  const reasons = Object.fromEntries(results.map((result) => [result.source.slice(origin.length), result.kind === 'failed' ? result.reason : result.kind]))
  expect(reasons).toEqual({
    '/loop': 'it is redirected more than 5 times',
    '/file': expect.stringContaining('only http and https are allowed') as unknown,
    '/large': 'the answer is larger than 20 MiB',
    '/text': 'it is neither a feed, nor OPML, nor an export that Newsfold knows',
  })
})
