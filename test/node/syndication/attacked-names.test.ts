import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { toWebManifest } from '../../../src/node/app/web-manifest.ts'
import { toOpenSearch, toOpml } from '../../../src/node/syndication/opml-and-opensearch.ts'
import type { SiteFile } from '../../../src/node/syndication/types.ts'
import { ATTACK_HTML, REFUSED_ADDRESSES } from '../../support/attacks.ts'

const ATTACKS = [...ATTACK_HTML, ...REFUSED_ADDRESSES, ']]>', '&lol;', '{searchTerms}', '%0d%0aX: y'].filter((attack) => attack.trim() !== '')
/** What XML can hold of an attack. */
const inXml = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/\r\n?/g, '\n')
const { window } = new JSDOM('')
const parse = ({ bytes }: SiteFile) => new window.DOMParser().parseFromString(Buffer.from(bytes).toString(), 'application/xml')
const elementsOf = (document: Document) => [...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))]

test('every attack as the name of a topic or a thread stays a name in OPML', () => {
  const topics = ATTACKS.map((name, at) => [{ slug: `t${at}`, name }, [0]] as const)
  const threads = ATTACKS.map((title, at) => ({ slug: `t${at}`, title, positions: [0] }))
  const opml = parse(toOpml({ title: 'News', language: 'en', url: 'https://news.example/' }, topics, threads))
  expect(elementsOf(opml)).toEqual(['opml', 'head', 'title', 'body', 'outline'])
  const outlines = [...opml.querySelectorAll('outline')]
  // An attribute's white space becomes spaces.
  const titles = outlines.slice(2, 2 + ATTACKS.length).map((outline) => outline.getAttribute('title'))
  expect(titles).toEqual(ATTACKS.map((attack) => `${inXml(attack).replace(/[\t\n]/g, ' ')} · News`))
  for (const outline of outlines) expect(outline.getAttribute('xmlUrl')).toMatch(/^https:\/\/news\.example\/(?:(?:topic|thread)\/t\d+\/|day\/)?rss\.xml$/)
})

test('every attack in the name of a site stays a name in OPML and OpenSearch', () => {
  for (let at = 0; at < ATTACKS.length; at += 8) {
    const title = ATTACKS.slice(at, at + 8).join(' ')
    const site = { title, description: title, language: 'en', url: 'https://news.example/' }
    expect(parse(toOpml(site, [], [])).querySelector('title')?.textContent).toBe(inXml(title))
    const search = parse(toOpenSearch(site))
    expect(elementsOf(search), title).toEqual(['OpenSearchDescription', 'ShortName', 'Description', 'Language', 'InputEncoding', 'Url'])
    expect(search.querySelector('Description')?.textContent).toBe(inXml(title))
    expect([...search.querySelectorAll('Url')].map((url) => url.getAttribute('template'))).toEqual(['https://news.example/?q={searchTerms}', 'https://news.example/opensearch.xml'])
  }
})

test('every attack as the name of a site stays a name in the manifest, whose addresses stay the site’s', () => {
  for (const attack of ATTACKS) {
    const manifest = JSON.parse(toWebManifest({ title: attack, description: attack, language: 'en', url: null }, '/', () => true)) as { readonly icons: readonly { readonly src: string }[] }
    expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', name: attack, short_name: attack, description: attack })
    for (const { src } of manifest.icons) expect(src).toMatch(/^\/[a-z0-9-]+\.(?:png|svg)$/)
  }
})
