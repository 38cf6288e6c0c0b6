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

/** Bytes after gzip of what the first screen asks for, by kind of file, and the addresses. */
async function firstScreen(url = site.url): Promise<{ bytes: Map<string, number>; paths: string[] }> {
  const page = await newPage()
  const bytes = new Map<string, number>()
  const paths: string[] = []
  const measured: Promise<void>[] = []
  page.on('response', (response) => {
    const measure = async () => {
      const kind = response.headers()['content-type']?.split(';')[0] ?? ''
      const size = gzipSync(await response.body(), { level: 9 }).length
      bytes.set(kind, (bytes.get(kind) ?? 0) + size)
      paths.push(new URL(response.url()).pathname)
    }
    measured.push(measure())
  })
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  await untilIdle(page)
  await Promise.all(measured)
  return { bytes, paths }
}

test('the first screen costs at most 120 kB of JavaScript, and 16 kB of HTML with all its styles', async () => {
  const { bytes } = await firstScreen()
  const script = bytes.get('text/javascript') ?? 0
  const page = bytes.get('text/html') ?? 0
  expect(script).toBeGreaterThan(50 * KB)
  expect(script).toBeLessThanOrEqual(120 * KB)
  expect(page).toBeGreaterThan(1 * KB)
  expect(page).toBeLessThanOrEqual(16 * KB)
  expect(bytes.has('text/css')).toBe(false)
})

test('the first screen asks for the dates beside it, and for nothing only a story needs', async () => {
  const { paths } = await firstScreen()
  expect(paths.filter((path) => path.startsWith('/data/'))).toEqual(['/data/catalog/months.json'])
  expect(paths.filter((path) => path.endsWith('.js'))).toHaveLength(4)
})

test('the first screen costs the same at 30 and at 10,000 stories, and asks for at most 7 files', async () => {
  const small = await serveCorpus(30)
  const large = await serveCorpus(10_000)
  const [few, many] = [await firstScreen(small.url), await firstScreen(large.url)]
  expect(withoutPictures(many)).toBeLessThanOrEqual(withoutPictures(few) + 2 * KB)
  expect(many.paths.filter((path) => !isPicture(path)).length).toBeLessThanOrEqual(7)
})

const isPicture = (path: string) => /\.(png|jpg|svg)$/.test(path)

/** Bytes of all that is no picture. */
function withoutPictures({ bytes }: { readonly bytes: ReadonlyMap<string, number> }): number {
  return [...bytes].reduce((sum, [kind, size]) => (kind.startsWith('image/') ? sum : sum + size), 0)
}
