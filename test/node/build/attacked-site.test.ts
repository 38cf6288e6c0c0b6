import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { ATTACK_HTML } from '../../support/attacks.ts'
import { buildSite, withSite } from '../../support/build-site.ts'
import { seedText } from '../../support/seed-text.ts'

/** Attacks that a field on one line can hold. */
const TEXTS = ATTACK_HTML.filter((attack) => !/[\u0000\n]/.test(attack)) // oxlint-disable-line no-control-regex

/** One seed for each attack, which every text field repeats. */
const SEEDS = Object.fromEntries(
  TEXTS.map((attack, at) => {
    const fields = {
      title: `${at} ${attack}`,
      excerpt: attack,
      publishedDateTime: `2020-05-${String((at % 28) + 1).padStart(2, '0')}`,
      webUrl: `https://e.example/${at}?${attack}`,
      provider: { name: attack, domain: 'e.example' },
      topics: [attack, 'AI'],
      author: attack,
      locale: attack,
      images: [{ url: `https://e.example/${at}.jpg?${attack}`, title: attack, attribution: attack }],
      related: [{ title: attack, webUrl: `https://other.example/${at}`, provider: { name: attack, domain: 'other.example' } }],
      featuredContent: attack,
    }
    return [`${at}.md`, seedText(fields, attack)]
  }),
)

const TITLE = '</title><script>alert(1)</script>"\'&]]>'

/** Scripts of the page template, which stand in every page. */
const OWN_SCRIPTS = new Set(['', 'module', 'application/json', 'application/ld+json'])

it('with every attack in every field and in its own title, a site has no element, handler or address of theirs', async () => {
  const { dist, error } = await buildSite(withSite(SEEDS), { siteUrl: 'https://news.example/', title: TITLE, cards: 'off', invalid: 'skip' })
  expect(error).toBeNull()
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  const dangers: string[] = []
  const { window } = new JSDOM('')
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const document = new window.DOMParser().parseFromString(readFileSync(join(dist, file), 'utf8'), 'text/html')
    for (const element of document.querySelectorAll('*')) {
      const { localName } = element
      if (/^(?:iframe|object|embed|base|form|svg:script|template|frameset)$/.test(localName) && element.closest('form[role=search], search') === null) dangers.push(`${file}: <${localName}>`)
      if (localName === 'script' && (!OWN_SCRIPTS.has(element.getAttribute('type') ?? '') || /^\s*alert/.test(element.textContent))) dangers.push(`${file}: ${element.outerHTML.slice(0, 80)}`)
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || name === 'srcdoc' || name === 'style') dangers.push(`${file}: ${name}=${value}`)
        if (/^(?:href|src|action|formaction|xlink:href|poster)$/i.test(name) && /^\s*(?:javascript|data|vbscript):/i.test(value)) dangers.push(`${file}: ${name}=${value}`)
      }
    }
  }
  expect(dangers).toEqual([])

  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const document = new window.DOMParser().parseFromString(readFileSync(join(dist, file), 'utf8'), 'application/xml')
    expect(document.querySelector('parsererror, script, iframe')?.outerHTML ?? null, file).toBeNull()
  }
  for (const file of files.filter((name) => /\.(?:json|webmanifest)$/.test(name))) expect(() => JSON.parse(readFileSync(join(dist, file), 'utf8')) as unknown, file).not.toThrow()
  expect(JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'))).toMatchObject({ name: TITLE, start_url: '/' })
  for (const file of ['opml.xml', 'opensearch.xml', 'sitemap.xml', 'rss.xml', 'archive/index.html', '404.html']) expect(files).toContain(file)
  window.close()
})
