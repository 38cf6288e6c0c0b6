import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { serveCorpus } from '../support/serve-corpus.ts'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const KB = 1000

let site: Site

beforeAll(async () => {
  site = await serveSeeds(manySeeds(100))
})

/** Bytes after gzip of what the first screen requests: by kind of file, of the scripts that its HTML names, and the addresses. */
async function firstScreen(url = site.url): Promise<{ bytes: Map<string, number>; named: { bytes: number; paths: string[] }; paths: string[] }> {
  const page = await newPage()
  const bytes = new Map<string, number>()
  const paths: string[] = []
  const scripts = new Map<string, number>()
  const measured: Promise<void>[] = []
  page.on('response', (response) => {
    const measure = async () => {
      const kind = response.headers()['content-type']?.split(';')[0] ?? ''
      const size = gzipSync(await response.body(), { level: 9 }).length
      bytes.set(kind, (bytes.get(kind) ?? 0) + size)
      paths.push(new URL(response.url()).pathname)
      if (kind === 'text/javascript') scripts.set(response.url(), size)
    }
    measured.push(measure())
  })
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  await untilIdle(page)
  await Promise.all(measured)
  const html = await (await fetch(url)).text()
  const named = [...scripts].filter(([address]) => html.includes(new URL(address).pathname))
  return { bytes, named: { bytes: named.reduce((sum, [, size]) => sum + size, 0), paths: named.map(([address]) => address) }, paths }
}

test('the first screen costs at most 120 kB of JavaScript until it is interactive, and 16 kB of HTML with all its styles', async () => {
  const { bytes, named } = await firstScreen()
  const script = bytes.get('text/javascript') ?? 0
  const page = bytes.get('text/html') ?? 0
  expect(script).toBeGreaterThan(50 * KB)
  expect(named.bytes).toBeLessThanOrEqual(120 * KB)
  // What comes later: the dates, and what keeps the page up to date.
  expect(script).toBeLessThanOrEqual(127 * KB)
  expect(page).toBeGreaterThan(1 * KB)
  expect(page).toBeLessThanOrEqual(16 * KB)
  expect(bytes.get('text/css') ?? 0).toBeLessThanOrEqual(2 * KB)
})

test('the first screen requests the dates of its filter, and nothing that only a story needs', async () => {
  const { paths, named } = await firstScreen()
  // The stories of its pages of the feed stand on it, below the front.
  expect(paths.filter((path) => path.startsWith('/data/') && !path.startsWith('/data/feed/'))).toEqual(['/data/catalog/months.json'])
  expect(paths.filter((path) => path.startsWith('/data/feed/')).length).toBeLessThanOrEqual(5)
  expect(named.paths).toHaveLength(4)
})

test('the first screen costs the same at 30 and at 600 stories, and its HTML names at most 7 files', async () => {
  const small = await serveCorpus(30)
  const large = await serveCorpus(600)
  const [few, many] = [await firstScreen(small.url), await firstScreen(large.url)]
  expect(withoutPictures(many)).toBeLessThanOrEqual(withoutPictures(few) + 2 * KB)
  expect(many.named.paths.length).toBeLessThanOrEqual(7)
})

test('the face that is easy to read is loaded only where it is chosen', async () => {
  const page = await newPage()
  const fonts: string[] = []
  page.on('request', (request) => request.resourceType() === 'font' && fonts.push(new URL(request.url()).pathname.replace(/.*\/|-latin.*/g, '')))
  await page.goto(site.url)
  await untilIdle(page)
  expect(fonts).toEqual(['newsreader'])
  await page.evaluate(() => localStorage.setItem('newsfold:face', 'legible'))
  await page.reload()
  await untilIdle(page)
  expect(fonts).toContain('atkinson-hyperlegible')
  expect(await page.evaluate(() => document.fonts.check('16px Legible'))).toBe(true)
})

/** Bytes of all that is no picture. */
function withoutPictures({ bytes }: { readonly bytes: ReadonlyMap<string, number> }): number {
  return [...bytes].reduce((sum, [kind, size]) => (kind.startsWith('image/') ? sum : sum + size), 0)
}
