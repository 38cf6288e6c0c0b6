import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed, parseOpml } from 'feedsmith'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { UNKNOWN_SITE_URL } from '../../../src/node/syndication/syndicate.ts'
import { seedText } from '../../support/seed-text.ts'
import { writeFiles } from '../../support/temp-folder.ts'
import { buildSite, withSite } from '../../support/build-site.ts'

const URL = 'https://someone.example/fold/'

/** A redirect to the newest day, and a page that is empty on every other device. */
const NOT_LISTED = ['day/index.html', 'saved/index.html']

const site = () =>
  withSite({
    'one.md': seedText({ title: 'A library lends out robots', publishedDateTime: '2020-05-20', webUrl: 'https://a.example/1', topics: ['Robotics'] }),
    'two.md': seedText({ title: 'Tides', publishedDateTime: '2019-01-02', webUrl: 'https://a.example/2', topics: ['Sea'] }),
  })

describe('a site that knows its address', () => {
  it('is built for the path of that address, and every absolute address begins with it', async () => {
    const { dist, error } = await buildSite(site(), { siteUrl: URL, cards: 'off' })
    expect(error).toBeNull()
    for (const file of ['index.html', 'rss.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'opml.xml', 'opensearch.xml', 'topic/sea/rss.xml']) {
      const text = readFileSync(join(dist, file), 'utf8')
      expect(text, file).toContain(URL)
      expect([...text.matchAll(/https:\/\/someone\.example\/[^"<]*/g)].filter(([address]) => !address.startsWith(URL)), file).toEqual([])
    }
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
    for (const [, path] of page.matchAll(/ (?:src|href)="(\/[^"]*)"/g)) expect(path).toMatch(/^\/fold\//)
  })

  it('has feeds for the whole and for each topic, which its pages and its list of feeds name', async () => {
    const { dist } = await buildSite(site(), { siteUrl: URL, cards: 'off' })
    const read = (address: string) => readFileSync(join(dist, address.slice(URL.length)), 'utf8')
    const { document } = new JSDOM(readFileSync(join(dist, 'topic/sea/index.html'), 'utf8')).window
    const named = [...document.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href') ?? '')
    expect(named).toHaveLength(6)
    for (const address of named) expect(() => parseFeed(read(address)), address).not.toThrow()
    const list = parseOpml(read(`${URL}opml.xml`))
    const addresses = list.body?.outlines?.map(({ xmlUrl }) => xmlUrl ?? '') ?? []
    expect(addresses.sort()).toEqual(['day/rss.xml', 'rss.xml', 'topic/robotics/rss.xml', 'topic/sea/rss.xml'].map((file) => URL + file))
  })

  it('lists every page in its sitemap', async () => {
    const { dist } = await buildSite(site(), { siteUrl: URL, cards: 'off' })
    const { document } = new JSDOM(readFileSync(join(dist, 'sitemap.xml'), 'utf8'), { contentType: 'application/xml' }).window
    const listed = [...document.getElementsByTagName('loc')].map(({ textContent }) => textContent)
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /(?:^|\/)index\.html$/.test(file) && !NOT_LISTED.includes(file))
    expect(listed.map((address) => `${decodeURI(address).slice(URL.length)}index.html`).sort()).toEqual(files.sort())
    expect(files).toHaveLength(10)
  })

  it('rejects a base that contradicts its address', async () => {
    const { error } = await buildSite(site(), { siteUrl: URL }, { base: '/other/' })
    expect(error?.message).toBe(`The base is "/other/", but the site's address is ${URL}. Leave the base out: it follows from the address.`)
  })

  it('removes the preview images that older code drew', async () => {
    const project = site()
    const cards = join(project, 'node_modules/.cache/newsfold/cards')
    writeFiles(project, { 'package.json': '{}', 'node_modules/.cache/newsfold/cards/older/0123456789abcdef.png': 'older' })
    const { dist } = await buildSite(project, { siteUrl: URL })
    const [version = '', ...others] = readdirSync(cards)
    expect(others).toEqual([])
    expect(version).not.toBe('older')
    expect(readdirSync(join(cards, version))).toHaveLength(readdirSync(join(dist, 'data/cards')).length)
  })

  it('reports once how many preview images were skipped, and nothing when none was', async () => {
    const titles = ['ಕನ್ನಡ ಸುದ್ದಿ', 'বাংলা খবর', 'Tides']
    const seeds = titles.map((title, at) => [`${at}.md`, seedText({ title, publishedDateTime: '2020-05-20', webUrl: `https://a.example/${at}` })])
    const { said } = await buildSite(withSite(Object.fromEntries(seeds) as Record<string, string>), { siteUrl: URL })
    const skippedIn = (lines: string[]) => lines.filter((line) => /\bpreview images? skipped/.test(line))
    expect(skippedIn(said)).toEqual(['2 preview images skipped: the fonts lack characters of their headlines'])
    expect(said.at(-2)).toBe('3 seeds: 3 stories')
    expect(skippedIn((await buildSite(site(), { siteUrl: URL })).said)).toEqual([])
  })

  it('draws a preview image for each story without a picture, and the story names it', async () => {
    const { dist } = await buildSite(site(), { siteUrl: URL })
    const listed = readFileSync(join(dist, 'sitemap.xml'), 'utf8')
    const [address = ''] = /https:[^<]*\/story\/tides[^<]*/.exec(listed) ?? []
    const { document } = new JSDOM(readFileSync(join(dist, address.slice(URL.length), 'index.html'), 'utf8')).window
    const image = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? ''
    expect(image).toMatch(new RegExp(`^${URL}data/cards/[0-9a-f]+\\.png$`))
    const png = readFileSync(join(dist, image.slice(URL.length)))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  })
})

it('a site without a known address reports once what it lacks', async () => {
  const { dist, said } = await buildSite(site())
  expect(said.filter((line) => line === UNKNOWN_SITE_URL)).toHaveLength(1)
  for (const file of ['rss.xml', 'sitemap.xml', 'data/cards', 'topic/sea/rss.xml']) expect(existsSync(join(dist, file)), file).toBe(false)
  for (const file of ['robots.txt', '_headers']) expect(existsSync(join(dist, file)), file).toBe(true)
})

it('the workflow for GitHub Pages builds for the address that Pages gives', () => {
  const workflow = parse(readFileSync('.github/workflows/pages.yml', 'utf8')) as {
    on: { push: { paths: string[] } }
    permissions: Record<string, string>
    jobs: { publish: { steps: { id?: string; uses?: string; run?: string; env?: Record<string, string> }[] } }
  }
  expect(workflow.on.push.paths).toContain('seeds/**')
  expect(workflow.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' })
  const { steps } = workflow.jobs.publish
  expect(steps.find(({ run }) => run === 'npm run build')?.env?.['NEWSFOLD_SITE_URL']).toBe('${{ steps.pages.outputs.base_url }}')
  expect(steps.find(({ id }) => id === 'pages')?.uses).toMatch(/^actions\/configure-pages@v\d+$/)
})
