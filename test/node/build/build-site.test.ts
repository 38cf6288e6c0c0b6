import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../../src/shared/contract/bundle.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { buildSite, PAGE, withSite } from '../../support/build-site.ts'

const seed = (title: string, fields: Record<string, unknown> = {}) =>
  seedText({ title, publishedDateTime: '2020-05-20T08:07:00Z', webUrl: `https://example.com/${title}`, ...fields })

/** All files under a folder with their content, by path. */
function filesUnder(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

function catalogOf(dist: string): Catalog {
  return JSON.parse(readFileSync(join(dist, 'data/catalog.json'), 'utf8')) as Catalog
}

describe('a build', () => {
  it('writes the bundle and a page that opens deep links, and ends with a summary', async () => {
    const { said, dist, error } = await buildSite(withSite(manySeeds(30)), { title: 'The Fold' })
    expect(error).toBeNull()
    expect(catalogOf(dist)).toMatchObject({ stories: 30, site: { title: 'The Fold' } })
    expect(said.at(-2)).toBe('30 seeds: 30 stories')
    expect(said.at(-1)).toMatch(/^\d+ files, [\d.]+ [kM]B$/)
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
    expect(page).toContain('<title>The Fold</title>')
    expect(page).toContain('Content-Security-Policy')
    expect(readFileSync(join(dist, '404.html'), 'utf8')).toContain('<title>Page not found · The Fold</title>')
  })

  it('accounts for every seed', async () => {
    const site = withSite({
      'a.md': seed('a'),
      'again/a.md': seed('a'),
      'b.md': seed('b', { published: false }),
      'c.md': '---\nno end',
      'd.md': 'no date',
      'notes.doc': 'not a seed',
    })
    const { said, error } = await buildSite(site, { unpublished: 'hide', invalid: 'skip' })
    expect(error).toBeNull()
    expect(said.at(-2)).toBe('5 seeds: 1 story, 1 merged as a duplicate, 1 hidden as unpublished or drafts, 1 left out without a date (see the option undated), 1 invalid')
    expect(said.filter((line) => line.startsWith('seeds/again/a.md:1:1  '))).toHaveLength(1)
    expect(said.filter((line) => line.startsWith('seeds/c.md:'))).toHaveLength(1)
    expect(said.some((line) => line.includes('seeds/notes.doc'))).toBe(true)
  })

  it('with ten invalid seeds reports all ten, then fails in one line and writes nothing', async () => {
    const broken = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at}.md`, seed('x', { publishedDateTime: '2020-02-31' })]))
    const { said, error, dist } = await buildSite(withSite({ ...broken, 'good.md': seed('good') }))
    for (let at = 0; at < 10; at++) expect(said.filter((line) => line.startsWith(`seeds/${at}.md:`))).toHaveLength(1)
    expect(error?.message).toMatch(/^10 of 11 seeds are invalid: seeds\/0\.md, seeds\/1\.md, seeds\/2\.md, seeds\/3\.md, seeds\/4\.md and 5 more\. Fix the errors above/)
    expect(error?.stack).toBe(error?.message)
    expect(existsSync(dist)).toBe(false)
  })

  it('does not replace a site with an empty one when all its seeds are invalid', async () => {
    const site = withSite({ 'a.md': seed('a') })
    const { dist } = await buildSite(site, { invalid: 'skip' })
    for (const [text, reason] of [['---\nno end', /^The only seed is invalid, so there is nothing to show\./], ['no date', /^The only seed has no date, so there is nothing to show\./]] as const) {
      writeFileSync(join(site, 'seeds/a.md'), text)
      const { error } = await buildSite(site, { invalid: 'skip' })
      expect(error?.message).toMatch(reason)
    }
    expect(catalogOf(dist).stories).toBe(1)
  })

  it('of an empty folder fails, unless an empty site is wanted; without a folder it says what to do', async () => {
    const site = withSite({ 'readme.doc': '' })
    rmSync(join(site, 'seeds/readme.doc'))
    const { error: refused } = await buildSite(site)
    expect(refused?.message).toMatch(/^The seeds folder "seeds" contains no seeds .* NEWSFOLD_ALLOW_EMPTY=true\.$/)
    const empty = await buildSite(site, { allowEmpty: true })
    expect([empty.error, empty.said.at(-2), catalogOf(empty.dist).stories]).toEqual([null, '0 seeds: 0 stories', 0])
    const { error } = await buildSite(site, { seeds: 'clippings' })
    expect(error?.message).toContain('The seeds folder "clippings"')
    expect(error?.message).toContain('NEWSFOLD_SEEDS')
  })

  it('rejects a base that deep links cannot use, and accepts one they can', async () => {
    const site = withSite({ 'a.md': seed('a') })
    for (const base of ['./', '']) expect((await buildSite(site, {}, { base })).error?.message).toContain('must start with "/"')
    expect((await buildSite(site, {}, { base: '/news/' })).error).toBeNull()
  })

  it('never reveals a secret', async () => {
    const secured = 'Mtz06TdyXzJnXA4uy0mLaFBasqfG39I3sF2l62tHY15yD7i26qdzWre7'
    const site = withSite({
      'a.md': seed('a', { secured }),
      'b.md': seed('b', { secured: { deep: secured }, related: [{ title: 'c', webUrl: 'https://c.org/', secured }] }),
      'c.md': seed('c', { secured, publishedDateTime: 'never' }),
    })
    const { said, dist } = await buildSite(site, { invalid: 'skip' })
    expect(said.join('\n')).not.toContain(secured.slice(0, 12))
    for (const content of filesUnder(dist).values()) expect(content).not.toContain(secured.slice(0, 12))
  })
})

describe('dist/data', () => {
  it('is byte-identical when built twice, and from files created in another order', async () => {
    const seeds = manySeeds(60)
    const reversed = Object.fromEntries(Object.entries(seeds).reverse())
    const [site, other] = [withSite(seeds), withSite(reversed)]
    const first = filesUnder(join((await buildSite(site)).dist, 'data'))
    expect(filesUnder(join((await buildSite(site)).dist, 'data'))).toEqual(first)
    expect(filesUnder(join((await buildSite(other)).dist, 'data'))).toEqual(first)
  })

  it("gets another version when only a seed's file name has changed, because its date and address depend on it", async () => {
    const text = seedText({ title: 'Hello' })
    const [first, second] = await Promise.all(['2020-05-20-a.md', '2021-01-02-b.md'].map((name) => buildSite(withSite({ [name]: text }))))
    const versionIn = (dist: string) => readFileSync(join(dist, 'data/version.json'), 'utf8')
    expect(versionIn(first?.dist ?? '')).not.toBe(versionIn(second?.dist ?? ''))
  })

  it('contains only the pictures of stories that are shown', async () => {
    const image = (name: string) => ({ images: [{ url: name }] })
    const pictures = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.png`, Buffer.from(`\x89PNG\r\n\x1a\n${name}`, 'latin1')]))
    const related = [{ title: 'Other', webUrl: 'https://b.example/', images: [{ url: 'c.png' }, { url: 'd.png' }] }]
    const site = withSite({ ...pictures, 'a.md': seed('a', { ...image('a.png'), related }), 'b.md': seed('b', { ...image('b.png'), published: 'false' }) })
    const { dist } = await buildSite(site, { unpublished: 'hide' })
    const shown = readdirSync(join(dist, 'data/images')).map((name) => readFileSync(join(dist, 'data/images', name), 'latin1').at(-1))
    expect(shown.sort()).toEqual(['a', 'c'])
  })

  it('leaves unchanged files untouched and removes stale ones when Vite does not empty it', async () => {
    const site = withSite({ 'a.md': seed('a', { topics: ['Alpha'] }), 'b.md': seed('b', { topics: ['Beta'] }) })
    const config = { build: { emptyOutDir: false } }
    const { dist } = await buildSite(site, {}, config)
    const topic = join(dist, 'data/topic/alpha.json')
    const longAgo = new Date('2001-01-01T00:00:00Z')
    utimesSync(topic, longAgo, longAgo)
    writeFileSync(join(dist, 'data/stale.json'), '{}')
    rmSync(join(site, 'seeds/b.md'))
    writeFileSync(join(site, 'seeds/d.md'), seed('d', { topics: ['Delta'], publishedDateTime: '2021-01-01T00:00:00Z' }))
    await buildSite(site, {}, config)
    expect(statSync(topic).mtime).toEqual(longAgo)
    expect(existsSync(join(dist, 'data/stale.json'))).toBe(false)
    expect(readdirSync(join(dist, 'data/topic'))).toEqual(['alpha.json', 'delta.json'])
  })

  it('contains a topic of any name, and nothing is written outside', async () => {
    const topics = ['../../etc', '.', '..', 'CON', 'a/b', 'x'.repeat(4000), '__proto__', 'toString', '🤖', '字'.repeat(300), '\u0000']
    const site = withSite({ 'a.md': seed('a', { topics }) })
    const { error, dist } = await buildSite(site)
    expect(error).toBeNull()
    expect(readdirSync(site).sort()).toEqual(['dist', 'index.html', 'seeds'])
    expect(readdirSync(dist).sort()).toEqual([
      '404.html', '_headers', 'archive', 'data', 'day', 'index.html', 'manifest.webmanifest', 'offline.html', 'robots.txt', 'saved', 'service-worker.js', 'story', 'topic',
    ])
    expect(readdirSync(join(dist, 'topic'))).toHaveLength(catalogOf(dist).topicCount)
    expect(readdirSync(join(dist, 'data/topic'))).toHaveLength(catalogOf(dist).topicCount)
  })

  it('contains pictures from the folder of their seed', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000002000000020008060000', 'hex')
    const { dist, said } = await buildSite(withSite({ 'a/s.md': seed('a', { images: [{ url: './p.png' }] }), 'a/p.png': png }))
    const images = existsSync(join(dist, 'data/images')) ? readdirSync(join(dist, 'data/images')) : said
    expect(images).toEqual([expect.stringMatching(/\.png$/)])
  })

  it('restores a picture that was changed after the build, and leaves others untouched', async () => {
    const pictures = ['a', 'b'].map((end) => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000002000000020008060000', 'hex'), Buffer.from(end)]))
    const [a = '', b = ''] = pictures
    const site = withSite({ 's.md': seed('s', { images: [{ url: './a.png' }, { url: './b.png' }] }), 'a.png': a, 'b.png': b })
    const { dist } = await buildSite(site)
    const files = readdirSync(join(dist, 'data/images')).map((name) => join(dist, 'data/images', name))
    const [spoilt = '', whole = ''] = files
    const before = files.map((file) => readFileSync(file))
    expect(before.map(String).sort()).toEqual(pictures.map(String))
    writeFileSync(spoilt, Buffer.alloc(before[0]?.length ?? 0))
    const { ctimeNs } = statSync(whole, { bigint: true })
    expect((await buildSite(site)).error).toBeNull()
    expect(files.map((file) => readFileSync(file))).toEqual(before)
    expect(statSync(whole, { bigint: true }).ctimeNs).toBe(ctimeNs)
    expect(readdirSync(join(dist, 'data/images'))).toHaveLength(2)
  })
})

describe('an output folder that contains the project or its seeds', () => {
  it.each(['.', '..', 'all', 'all/seeds', 'all/seeds/dist'])('is refused, and nothing in it is touched: %s', async (outDir) => {
    const files = ['site/all/seeds/a.md', 'site/index.html']
    const folder = withSeeds({ [files[0] ?? '']: seed('a'), [files[1] ?? '']: PAGE })
    const { error } = await buildSite(join(folder, 'site'), { seeds: 'all/seeds' }, { build: { outDir, emptyOutDir: true } })
    expect(error?.message).toMatch(/^The output folder ".*" .*\. Choose one of its own, such as dist\.$/)
    expect([...filesUnder(folder).keys()]).toEqual(files)
  })
})
