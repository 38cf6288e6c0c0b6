import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { NewsfoldOptions } from '../../../src/node/config/options.ts'
import { fingerprintOf } from '../../../src/node/lib/file-fingerprint.ts'
import { PAGE_DATA_SCRIPT, pageDataIn, parsePageData } from '../../../src/shared/contract/page-data-script.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { buildSite, PAGE, withSite } from '../../support/build-site.ts'

const HOSTILE = '</script><!-- <script>alert(1)</script> & "quotes" \u2028'
const URL = 'https://fold.example/news/'

const seed = (title: string, fields: Record<string, unknown> = {}, body = '') =>
  seedText({ title, publishedDateTime: '2020-05-20T08:07:00Z', webUrl: `https://example.com/${encodeURIComponent(title)}`, ...fields }, body)

/** A page as a browser without scripts reads it. */
function read(dist: string, file: string) {
  const { document } = new JSDOM(readFileSync(join(dist, file), 'utf8')).window
  const data = parsePageData(document.getElementById('page-data')?.textContent ?? 'null')
  return { document, data, links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '') }
}

/** Every page of a site, by file, except those without a view of their own. */
function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && !['offline.html', 'saved/index.html', 'day/index.html'].includes(file)).sort()
}

function storyFile(dist: string, part: string): string {
  return join('story', readdirSync(join(dist, 'story')).find((slug) => slug.includes(part)) ?? '', 'index.html')
}

/** A site that keeps what it has built, as a project with packages does. */
function withCachedSite(seeds: Readonly<Record<string, string>>): string {
  const site = withSite(seeds)
  writeFileSync(join(site, 'package.json'), '{}')
  mkdirSync(join(site, 'node_modules'))
  return site
}

describe('a prerendered site', () => {
  it('has a page for the front, every topic, story and month, the archive, and what is not there', async () => {
    const { dist, error } = await buildSite(withSite({ 'a.md': seed('One'), 'b.md': seed('Two', { topics: ['Sea'], publishedDateTime: '2019-01-02' }) }))
    expect(error).toBeNull()
    const files = ['404.html', 'archive/2019-01/index.html', 'archive/2020-05/index.html', 'archive/index.html', 'day/2019-01-02/index.html', 'day/2020-05-20/index.html', 'index.html', 'topic/sea/index.html']
    expect(pagesOf(dist)).toEqual([...files, storyFile(dist, 'one'), storyFile(dist, 'two')].sort())
    for (const file of pagesOf(dist)) {
      const { document } = read(dist, file)
      expect(document.querySelectorAll('main h1'), file).toHaveLength(1)
      expect(document.querySelectorAll('title'), file).toHaveLength(1)
      expect(document.querySelector('[style]'), file).toBeNull()
    }
  })

  it('of no stories says so', async () => {
    const site = withSite({ 'readme.doc': '' })
    const { dist } = await buildSite(site, { allowEmpty: true })
    expect(pagesOf(dist)).toEqual(['404.html', 'archive/index.html', 'index.html'])
    expect(read(dist, 'index.html').document.body.textContent).toContain('There are no stories yet.')
  })

  it('shows a story whole, and its links lead under the base path to files that are there', async () => {
    const site = withSite({
      'a.md': seed('Robots to borrow', { topics: ['Ärzte & Co'], related: [{ title: 'Elsewhere', webUrl: 'https://other.example/' }] }, 'A **body**.'),
      'b.md': seed('A library of robots', { topics: ['Ärzte & Co'] }),
    })
    const { dist } = await buildSite(site, {}, { base: '/news/' })
    const { document } = read(dist, storyFile(dist, 'robots-to-borrow'))
    expect(document.querySelector('article strong')?.textContent).toBe('body')
    expect(document.querySelector('aside')?.textContent).toContain('Elsewhere')
    for (const file of pagesOf(dist)) {
      // What is saved is known on the device only: the app shows it in place of 404.html.
      for (const link of read(dist, file).links.filter((href) => href.startsWith('/') && !href.includes('?') && href !== '/news/saved/')) {
        expect(link).toMatch(/^\/news\//)
        expect(existsSync(join(dist, decodeURIComponent(link.slice('/news/'.length)), 'index.html')), `${file}: ${link}`).toBe(true)
      }
    }
  })

  it('reaches every story from the footer in two steps, however busy a month was', async () => {
    const { dist } = await buildSite(withSite(manySeeds(450)))
    const months = read(dist, 'archive/index.html').links.filter((href) => /^\/archive\/./.test(href))
    expect(read(dist, 'index.html').links).toContain('/archive/')
    expect(months).toEqual(['/archive/2020-05/'])
    const more = read(dist, 'archive/2020-05/index.html').links.filter((href) => /^\/archive\/2020-05\/\d/.test(href))
    expect(more).toEqual(['/archive/2020-05/1/', '/archive/2020-05/2/'])
    const stories = ['/archive/2020-05/', ...more].flatMap((path) => read(dist, `${path.slice(1)}index.html`).links.filter((href) => href.startsWith('/story/')))
    expect(new Set(stories).size).toBe(450)
  })

  it('carries its tags, with absolute addresses where the site has one', async () => {
    const { dist } = await buildSite(withSite({ 'a.md': seed('Robots', { topics: ['Sea'] }) }), { siteUrl: URL, title: 'The Fold' }, { base: '/news/' })
    const { document } = read(dist, storyFile(dist, 'robots'))
    const content = (property: string) => document.querySelector(`meta[property="${property}"]`)?.getAttribute('content')
    expect(document.title).toBe('Robots · The Fold')
    expect([content('og:type'), content('og:title'), content('article:published_time')]).toEqual(['article', 'Robots', '2020-05-20T08:07:00Z'])
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(/^https:\/\/fold\.example\/news\/story\/robots-/)
    expect(document.querySelectorAll('link[rel=alternate]')).toHaveLength(3)
    const topic = read(dist, 'topic/sea/index.html').document
    expect(topic.querySelectorAll('link[rel=alternate]')).toHaveLength(6)
    expect(topic.querySelector('link[rel=search]')).not.toBeNull()
    expect(JSON.parse(topic.querySelector('[type="application/ld+json"]')?.textContent ?? '')).toMatchObject({ '@type': 'CollectionPage' })
  })

  it('shows hostile text as text, wherever it occurs', async () => {
    const fields = { excerpt: HOSTILE, provider: { name: HOSTILE, domain: 'e.example' }, topics: [HOSTILE, '../../etc', '.'], related: [{ title: HOSTILE, webUrl: 'https://other.example/' }] }
    const { dist, error } = await buildSite(withSite({ 'a.md': seed(HOSTILE, fields, PAGE_DATA_SCRIPT[0] + HOSTILE) }), { title: HOSTILE, siteUrl: URL, invalid: 'skip' })
    expect(error).toBeNull()
    const plain = read(dist, 'index.html').document
    for (const file of pagesOf(dist)) {
      const { document, data } = read(dist, file)
      expect(data.site.title, file).toBe(HOSTILE.trim())
      expect(pageDataIn(readFileSync(join(dist, file), 'utf8')), file).toEqual(data)
      expect([...document.querySelectorAll('script:not([type])')].map((script) => script.textContent), file).toEqual(['let inline=1;'])
      expect(document.querySelectorAll('script[type]').length, file).toBeLessThanOrEqual(3)
      expect(document.querySelector('meta[http-equiv]')?.outerHTML, file).toBe(plain.querySelector('meta[http-equiv]')?.outerHTML)
    }
    const story = read(dist, storyFile(dist, 'script'))
    expect(story.document.querySelector('h1')?.textContent).toContain('</script><!-- <script>alert(1)</script> & "quotes"')
    expect(readdirSync(join(dist, 'topic'))).toContain('etc')
  })
})

describe('a site that is built again', () => {
  const longAgo = new Date('2001-01-01T00:00:00Z')

  it('leaves unchanged pages untouched, and removes those of removed stories', async () => {
    const site = withCachedSite({ 'a.md': seed('One', { provider: { domain: 'a.example' } }), 'b.md': seed('Two', { publishedDateTime: '2010-01-01', provider: { domain: 'b.example' } }) })
    const { dist } = await buildSite(site)
    const [one, two] = [storyFile(dist, 'one'), storyFile(dist, 'two')]
    const before = statSync(join(dist, one), { bigint: true }).ctimeNs
    await buildSite(site)
    expect(statSync(join(dist, one), { bigint: true }).ctimeNs).toBe(before)
    rmSync(join(site, 'seeds/b.md'))
    await buildSite(site)
    expect(existsSync(join(dist, one))).toBe(true)
    expect(existsSync(join(dist, two))).toBe(false)
  })

  it('removes its own old pages and feeds from a folder outside the project too, and no other files', async () => {
    const site = withSite({ 'a.md': seed('One'), 'b.md': seed('Two', { topics: ['Sea'], publishedDateTime: '2010-01-01', provider: { domain: 'b.example' } }) })
    const outDir = withSeeds({ 'mine/index.html': 'mine', 'mine.html': 'mine' })
    const build = () => buildSite(site, { siteUrl: URL, cards: 'off' }, { build: { outDir } })
    expect((await build()).error).toBeNull()
    const gone = [storyFile(outDir, 'two'), 'topic/sea/index.html', 'topic/sea/rss.xml', 'archive/2010-01/index.html', 'data/topic/sea.json']
    const remaining = [storyFile(outDir, 'one'), 'mine/index.html', 'mine.html']
    const areThere = (files: readonly string[]) => files.map((file) => existsSync(join(outDir, file)))
    expect(areThere(gone)).toEqual(gone.map(() => true))
    rmSync(join(site, 'seeds/b.md'))
    expect((await build()).error).toBeNull()
    expect(areThere(gone)).toEqual(gone.map(() => false))
    expect(areThere(remaining)).toEqual(remaining.map(() => true))
  })

  it('is the same as a first build, even if a change affects few pages', async () => {
    const seeds = manySeeds(60)
    const first = Object.keys(seeds).sort()[0] ?? ''
    const site = withCachedSite(seeds)
    await buildSite(site)
    const changes = [(text: string) => text.replace(/^title: .*$/m, 'title: Another'), (text: string) => text.replace(/^topics:/m, 'excerpt: More of it.\ntopics:'), () => seed('New')]
    for (const change of changes) {
      seeds[first] = change(seeds[first] ?? '')
      writeFileSync(join(site, 'seeds', first), seeds[first])
      const [again, fresh] = [await buildSite(site), await buildSite(withSite(seeds))]
      expect(again.error).toBeNull()
      expect(pagesOf(again.dist)).toEqual(pagesOf(fresh.dist))
      for (const file of pagesOf(fresh.dist)) expect(readFileSync(join(again.dist, file), 'utf8') === readFileSync(join(fresh.dist, file), 'utf8'), file).toBe(true)
    }
  })

  it('reads and writes nothing when nothing has changed, and says the same', async () => {
    const site = withCachedSite({ 'a.md': seed('Robots'), 'b.md': seed('Chips') })
    const first = await buildSite(site)
    const cache = join(site, 'node_modules/.cache/newsfold')
    for (const name of readdirSync(cache)) if (!name.startsWith('build-')) rmSync(join(cache, name), { recursive: true })
    expect((await buildSite(site)).said).toEqual(first.said.slice(-3))
    // Only a build that reads and renders makes these again.
    expect(readdirSync(cache).map((name) => name.split('-')[0])).toEqual(['build'])
    writeFileSync(join(site, 'dist/extra.html'), '')
    writeFileSync(join(site, 'seeds/c.md'), seed('Looms'))
    const { dist } = await buildSite(site)
    expect([existsSync(join(dist, 'extra.html')), existsSync(join(dist, storyFile(dist, 'looms')))]).toEqual([false, true])
  })

  it('rewrites a page or a file of stories that was changed, emptied or removed, whatever its date', async () => {
    const site = withCachedSite({ 'a.md': seed('One'), 'b.md': seed('Two') })
    const { dist } = await buildSite(site)
    const files = [storyFile(dist, 'one'), 'index.html', '404.html', 'data/story/1.json']
    const before = files.map((file) => readFileSync(join(dist, file), 'utf8'))
    const [first = '', second = '', third = '', fourth = ''] = files.map((file) => join(dist, file))
    for (const file of [first, fourth]) {
      writeFileSync(file, 'changed')
      utimesSync(file, longAgo, longAgo)
    }
    writeFileSync(second, '')
    rmSync(third)
    await buildSite(site)
    expect(files.map((file) => readFileSync(join(dist, file), 'utf8'))).toEqual(before)
  })

  it('does not trust a cache that is broken', async () => {
    const site = withCachedSite({ 'a.md': seed('One') })
    const { dist } = await buildSite(site)
    const cache = join(site, 'node_modules/.cache/newsfold')
    const cached = readdirSync(cache).filter((name) => name.startsWith('pages-'))
    expect(cached).toHaveLength(1)
    const file = join(cache, cached[0] ?? '')
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
    const index = join(dist, 'index.html')
    const whole = readFileSync(file, 'utf8')
    const before = fingerprintOf(index)
    writeFileSync(index, 'x')
    expect(whole).toContain(before)
    for (const broken of [whole.replace(before, fingerprintOf(index)), '', 'x']) {
      writeFileSync(file, broken)
      expect((await buildSite(site)).error).toBeNull()
      expect(readFileSync(index, 'utf8')).toBe(page)
      writeFileSync(index, 'x')
    }
  })

  it('changes with its page, its settings and what its configuration imports', async () => {
    const site = withCachedSite({ 'a.md': seed('One') })
    const configFile = join(site, 'vite.config.mjs')
    const own = join(site, 'own.mjs')
    writeFileSync(configFile, "import { name } from './own.mjs'\nexport default { plugins: [{ name: 'own', transformIndexHtml: () => [{ tag: 'meta', attrs: { name } }] }] }\n")
    const build = async (options: NewsfoldOptions = {}) => {
      const { error, dist } = await buildSite(site, options, { configFile })
      expect(error).toBeNull()
      return readFileSync(join(dist, storyFile(dist, 'one')), 'utf8')
    }
    writeFileSync(own, "export const name = 'before'\n")
    expect(await build()).toContain('<meta name="before">')
    writeFileSync(own, "export const name = 'after'\n")
    expect(await build()).toContain('<meta name="after">')
    writeFileSync(join(site, 'index.html'), PAGE.replace('<head>', '<head><meta name="page">'))
    expect(await build()).toContain('<meta name="page">')
    expect(await build({ title: 'The Fold' })).toContain('The Fold')
  })

  it('is the same whether one thread or several render it', async () => {
    const seeds = manySeeds(420)
    const [few, many] = [withSite(seeds), withCachedSite(seeds)]
    const [plain, threaded] = [await buildSite(few), await buildSite(many)]
    expect(threaded.error).toBeNull()
    expect(pagesOf(threaded.dist)).toEqual(pagesOf(plain.dist))
    for (const file of pagesOf(plain.dist)) expect(readFileSync(join(threaded.dist, file), 'utf8') === readFileSync(join(plain.dist, file), 'utf8'), file).toBe(true)
  })

  it('is the same when all new stories have one date', async () => {
    const all = manySeeds(600)
    const older = Object.fromEntries(Object.entries(all).slice(0, 200))
    const [grown, fresh] = [withCachedSite(older), withCachedSite(all)]
    expect((await buildSite(grown)).error).toBeNull()
    for (const [path, text] of Object.entries(all)) writeFileSync(join(grown, 'seeds', path), text)
    const [again, once] = [await buildSite(grown), await buildSite(fresh)]
    expect(again.error).toBeNull()
    expect(pagesOf(again.dist)).toEqual(pagesOf(once.dist))
    for (const file of pagesOf(once.dist)) expect(readFileSync(join(again.dist, file), 'utf8') === readFileSync(join(once.dist, file), 'utf8'), file).toBe(true)
  })
})
