import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toHeadHtml } from '../../../src/node/pages/head-html.ts'
import { pageMetaFor } from '../../../src/shared/meta/page-meta.ts'
import type { PageView, PageStory } from '../../../src/shared/contract/page-view.ts'
import type { Site } from '../../../src/shared/contract/site.ts'

const SITE: Site = { title: 'The Fold', language: 'en', url: 'https://fold.example/news/' }
const NOWHERE: Site = { ...SITE, url: null }
const DRAWN = 'data/cards/0123456789abcdef.png'
const STORY: PageStory = {
  slug: 'robots-to-borrow-abc',
  title: 'Robots to borrow',
  excerpt: 'Readers may take one home.',
  published: '2020-05-20T08:07:00Z',
  updated: '2020-05-21T08:07:00Z',
  provider: { domain: 'daily.example', name: 'The Daily Example' },
  authors: [],
  topics: [{ slug: 'robotics', name: 'Robotics' }, { slug: 'ai', name: 'AI' }],
  image: null,
  originalUrl: 'https://daily.example/robots',
  language: 'en-GB',
}

interface Head {
  readonly title: string
  /** Contents by `name` or `property`, several joined by `|`. */
  readonly tags: Record<string, string>
  readonly links: Record<string, string>
  readonly data: Record<string, unknown>[]
  /** Every element of the document, in order. */
  readonly elements: string[]
}

/** What a browser finds in the head of a page of this site. */
function headOf(view: PageView, site = SITE): Head {
  const html = `<!doctype html><html><head><meta charset="utf-8">${toHeadHtml(pageMetaFor(site)(view))}</head><body></body></html>`
  const head: Head & { title: string } = { title: '', tags: {}, links: {}, data: [], elements: [] }
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
      const key = attributes['name'] ?? attributes['property']
      const content = attributes['content'] ?? ''
      head.elements.push(node.tagName)
      if (node.tagName === 'title') head.title = text
      else if (node.tagName === 'script') head.data.push(JSON.parse(text) as Record<string, unknown>)
      else if (node.tagName === 'link') head.links[attributes['rel'] ?? ''] = attributes['href'] ?? ''
      else if (key !== undefined) head.tags[key] = key in head.tags ? `${head.tags[key] ?? ''}|${content}` : content
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return head
}

const storyView = (fields: Partial<PageStory> = {}, previewImage: string | null = DRAWN): PageView => ({ kind: 'story', story: { ...STORY, ...fields }, previewImage })

describe('the head of a page', () => {
  it('describes a story in full to link previews, with absolute addresses', () => {
    const { title, tags, links } = headOf(storyView())
    expect(title).toBe('Robots to borrow · The Fold')
    expect(links).toEqual({ canonical: 'https://fold.example/news/story/robots-to-borrow-abc/' })
    expect(tags).toEqual({
      description: 'Readers may take one home.',
      'og:type': 'article',
      'og:site_name': 'The Fold',
      'og:title': 'Robots to borrow',
      'og:description': 'Readers may take one home.',
      'og:url': 'https://fold.example/news/story/robots-to-borrow-abc/',
      'og:locale': 'en_US',
      'og:image': `https://fold.example/news/${DRAWN}`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Robots to borrow',
      'article:published_time': '2020-05-20T08:07:00Z',
      'article:modified_time': '2020-05-21T08:07:00Z',
      'article:section': 'Robotics',
      'article:tag': 'Robotics|AI',
      'twitter:card': 'summary_large_image',
    })
  })

  it('names the original provider as publisher and the original as what the page is based on', () => {
    const [article, trail] = headOf(storyView()).data
    expect(article).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Robots to borrow',
      publisher: { '@type': 'Organization', name: 'The Daily Example', url: 'https://daily.example/' },
      isBasedOn: 'https://daily.example/robots',
      datePublished: '2020-05-20T08:07:00Z',
      dateModified: '2020-05-21T08:07:00Z',
      inLanguage: 'en-GB',
      image: [`https://fold.example/news/${DRAWN}`],
      isPartOf: { '@type': 'WebSite', name: 'The Fold', url: 'https://fold.example/news/' },
    })
    expect(trail).toMatchObject({ '@type': 'BreadcrumbList' })
    expect(trail?.['itemListElement']).toHaveLength(3)
  })

  it("names the site as publisher of its owner's own stories, and in the description of a story without an excerpt", () => {
    const own = headOf(storyView({ provider: null, originalUrl: null, excerpt: '' }))
    expect(own.data[0]).toMatchObject({ publisher: { name: 'The Fold' } })
    expect(own.data[0]).not.toHaveProperty('isBasedOn')
    expect(own.tags['description']).toBe('Published by The Fold on May 20, 2020.')
  })

  it("names the authors, and calls the owner's own writing an Article", () => {
    const [own] = headOf(storyView({ originalUrl: null, authors: ['Jane Doe', 'John Roe'] })).data
    expect(own).toMatchObject({ '@type': 'Article', author: [{ '@type': 'Person', name: 'Jane Doe' }, { '@type': 'Person', name: 'John Roe' }] })
    expect(headOf(storyView({})).data[0]).toMatchObject({ '@type': 'NewsArticle' })
  })

  it("shows a story's own picture if it is large and on this site, else the drawn preview image, and never a picture on another site", () => {
    const image = { url: 'data/images/a b.jpg', width: 900, height: 600, caption: 'A robot', attribution: null }
    const elsewhere = { ...image, url: 'https://daily.example/a.jpg', width: 300 }
    expect(headOf(storyView({ image })).tags).toMatchObject({
      'og:image': 'https://fold.example/news/data/images/a%20b.jpg',
      'og:image:width': '900',
      'og:image:alt': 'A robot',
    })
    expect(headOf(storyView({ image: elsewhere })).tags['og:image']).toContain(DRAWN)
    const bare = headOf(storyView({ image: elsewhere }, null))
    expect(bare.tags).toMatchObject({ 'twitter:card': 'summary' })
    expect(bare.tags).not.toHaveProperty('og:image')
    expect(bare.data[0]).not.toHaveProperty('image')
  })

  it('writes addresses on other sites as strict URIs, even if browsers accept less', () => {
    const { data } = headOf(storyView({ originalUrl: 'https://daily.example/a|b^%zz' }, null))
    expect(data[0]).toMatchObject({ isBasedOn: 'https://daily.example/a%7Cb%5E%25zz' })
  })

  it('leaves out what needs the address of the site while that is unknown', () => {
    const views: PageView[] = [storyView(), { kind: 'topic', topic: { slug: 'ai', name: 'AI' }, stories: [STORY], count: 1 }]
    for (const view of views) {
      const { tags, links, data } = headOf(view, NOWHERE)
      expect(links).toEqual({})
      expect(Object.keys(tags)).not.toContain('og:url')
      expect(Object.keys(tags)).not.toContain('og:image')
      expect(tags['og:title']).not.toBe('')
      const addresses = JSON.stringify(data).match(/"(url|item|image)":"[^"]*"/g) ?? []
      expect(addresses.filter((address) => !address.includes('daily.example'))).toEqual([])
    }
  })

  it('shows the newest large picture of a front page and of a topic', () => {
    const picture = (name: string, width: number) => ({ url: `data/images/${name}.jpg`, width, height: 600, caption: null, attribution: null })
    const list = { stories: [STORY, { ...STORY, image: picture('small', 90) }, { ...STORY, image: picture('large', 900) }, { ...STORY, image: picture('older', 900) }], count: 4 }
    for (const view of [{ kind: 'front', ...list }, { kind: 'topic', topic: { slug: 'ai', name: 'AI' }, ...list }] as const) {
      expect(headOf(view).tags).toMatchObject({ 'og:image': 'https://fold.example/news/data/images/large.jpg', 'twitter:card': 'summary_large_image' })
    }
  })

  it('lists the stories of a front page, a topic and a month', () => {
    const list = { stories: [STORY], count: 41 }
    const front = headOf({ kind: 'front', ...list })
    const topic = headOf({ kind: 'topic', topic: { slug: 'ai', name: 'AI' }, ...list })
    const month = headOf({ kind: 'month', month: '2020-05', page: null, ...list })
    expect([front, topic, month].map(({ title }) => title)).toEqual(['The Fold', 'AI · The Fold', 'Stories from May 2020 · The Fold'])
    expect([front, topic, month].map(({ links }) => links['canonical'])).toEqual([
      'https://fold.example/news/',
      'https://fold.example/news/topic/ai/',
      'https://fold.example/news/archive/2020-05/',
    ])
    for (const { data, tags } of [front, topic, month]) {
      expect(tags['og:type']).toBe('website')
      expect(data[0]).toMatchObject({
        '@type': 'CollectionPage',
        mainEntity: {
          '@type': 'ItemList',
          numberOfItems: 41,
          itemListElement: [{ '@type': 'ListItem', position: 1, url: 'https://fold.example/news/story/robots-to-borrow-abc/' }],
        },
      })
    }
  })

  it('keeps the page for unknown addresses out of search results', () => {
    const { tags, links, data } = headOf({ kind: 'not-found' })
    expect(tags).toEqual({ robots: 'noindex' })
    expect([links, data]).toEqual([{}, []])
  })

  it.each([
    '</title><script>alert(1)</script>',
    '</script><script>alert(1)</script><!--<script>',
    '"><img src=x onerror=alert(1)>',
    `' onload='x`,
    '&lt;b&gt; &amp; &quot; &#60;',
    '\u2028\u2029\ud83e\udd16 $& $1 \\u003c',
    '{"@type":"Person"}',
  ])('says %j as text wherever a seed may put it', (text) => {
    const provider = { domain: 'daily.example', name: text }
    const plain = headOf(storyView())
    const head = headOf(storyView({ title: text, excerpt: text, provider, topics: [{ slug: 'a', name: text }, { slug: 'ai', name: 'AI' }] }), {
      ...SITE,
      title: text,
    })
    expect(head.elements).toEqual(plain.elements)
    expect(head.title).toBe(`${text} · ${text}`)
    expect(head.tags).toMatchObject({ description: text, 'og:title': text, 'og:site_name': text, 'og:image:alt': text, 'article:section': text })
    expect(head.data[0]).toMatchObject({ headline: text, publisher: { name: text }, articleSection: text })
  })
})
