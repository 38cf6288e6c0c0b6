import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { BUNDLE_FORMAT, type Catalog } from '../../src/shared/contract/bundle.ts'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const HOSTILE = '</script><!-- <script> & "quotes" \u2028'
const TITLE = 'A library lends out robots'
let site: Site
let story: string

/** Hours before now: recent enough for a relative time in the browser. */
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

beforeAll(async () => {
  site = await serveSeeds(
    {
      ...manySeeds(40, { topics: ['AI', 'Chips'] }),
      'robots.md': seedText(
        {
          title: TITLE,
          excerpt: 'Readers in Turku may take one home.',
          publishedDateTime: ago(3),
          webUrl: 'https://e.example/robots',
          provider: { name: 'The Example', domain: 'e.example' },
          topics: ['Robotics', 'AI'],
          type: 'video',
          related: [{ title: 'Robots elsewhere', webUrl: 'https://other.example/1', publishedDateTime: ago(20) }],
        },
        'A body with a [link](https://e.example/more) and **weight**.',
      ),
      'hostile.md': seedText({ title: HOSTILE, excerpt: HOSTILE, publishedDateTime: ago(30), webUrl: 'https://e.example/hostile' }),
    },
    '/news/',
  )
  const { newest } = JSON.parse(readFileSync(join(site.folder, 'data/catalog.json'), 'utf8')) as Catalog
  story = `story/${newest.find(({ title }) => title === TITLE)?.slug ?? ''}/`
})

/** Marks the heading of each page before any code of the app runs: an element that React replaces loses the mark. */
async function markHeadings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => document.querySelector('main h1')?.setAttribute('data-prerendered', ''), { once: true })
  })
}

/** Sums the layout shifts of a page from its very start. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = globalThis as unknown as { shifted: number }
    shifts.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.shifted += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)
}

describe('a prerendered site', () => {
  test.each([
    ['UTC', 'en-US', 1440],
    ['America/Los_Angeles', 'de-DE', 390],
    ['Asia/Kolkata', 'en-US', 390],
  ])('in %s and %s, every kind of page is hydrated without a change, at %i px', async (timezoneId, locale, width) => {
    const paths = ['', 'topic/chips/', story, 'archive/', 'archive/2020-05/', 'day/2020-05-01/', 'nowhere/at/all/']
    for (const path of paths) {
      const page = await newPage({ timezoneId, locale, viewport: { width, height: 900 } })
      await markHeadings(page)
      const shifted = await watchShifts(page)
      const before = page.waitForEvent('domcontentloaded').then(() => page.locator('main').innerHTML())
      await page.goto(site.url + path)
      expect(await before).not.toBe('')
      await untilIdle(page)
      expect(await page.locator('main h1[data-prerendered]').count(), path).toBe(1)
      expect(await shifted(), path).toBeLessThan(0.001)
    }
  })
})

test('every kind of page is hydrated, though the browser formats dates, numbers and lists differently than Node', async () => {
  const robots = (number: number) =>
    seedText({ title: `Robots lend library books ${number}`, publishedDateTime: `2020-03-0${number}T00:00:00Z`, webUrl: `https://e.example/${number}`, topics: [`Only ${number}`] })
  const step = (title: string, day: string) => seedText({ title: `Lumenworks ${title}`, publishedDateTime: day, webUrl: `https://e.example/${day}` })
  const thread = { 'a.md': step('opens its glass furnace in Tartu', '2020-06-01'), 'b.md': step('halts the Tartu glass furnace', '2020-06-15'), 'c.md': step('restarts the glass furnace of Tartu', '2020-06-29') }
  const seeds = { ...manySeeds(210), 'one.md': robots(1), 'two.md': robots(2), ...thread }
  // This Node and this Chromium write all of Bengali differently.
  const { url, folder } = await serveSeeds(seeds, '/', { env: { NEWSFOLD_LANGUAGE: 'bn' } })
  const found = readdirSync(join(folder, 'story')).find((name) => name.startsWith('robots-lend-library-books-1')) ?? ''
  const [threadFound = ''] = readdirSync(join(folder, 'thread'))
  const paths = ['', 'topic/ai/', `story/${found}/`, 'archive/', 'archive/2020-05/', 'archive/2020-05/1/', 'day/2020-05-03/', `thread/${threadFound}/`, 'nowhere/at/all/']
  const page = await newPage()
  await markHeadings(page)
  for (const path of paths) {
    await page.goto(url + path)
    await untilIdle(page)
    expect(await page.locator('main h1[data-prerendered]').count(), path).toBe(1)
  }
})

test('data in a prerendered page is not requested again, and a story costs little', async () => {
  const page = await newPage()
  const paths: string[] = []
  let bytes = 0
  const measured: Promise<void>[] = []
  page.on('response', (response) => {
    paths.push(new URL(response.url()).pathname)
    const measure = async () => {
      if (response.request().resourceType() !== 'image') bytes += gzipSync(await response.body(), { level: 9 }).length
    }
    measured.push(measure())
  })
  const versionRead = page.waitForResponse('**/data/version.json')
  await page.goto(site.url + story)
  await versionRead
  await untilIdle(page)
  await Promise.all(measured)
  expect(paths.filter((path) => path.startsWith('/news/data/'))).toEqual(['/news/data/version.json'])
  expect(bytes).toBeLessThanOrEqual(175_000)
  const html = Buffer.from(await (await fetch(site.url + story)).arrayBuffer())
  expect(html.length).toBeLessThanOrEqual(19_000)
  expect(gzipSync(html).length).toBeLessThanOrEqual(6_400)
})

test('a page of a story has only the styles it uses, and shows another view once that view’s styles apply', async () => {
  const page = await newPage()
  await page.goto(site.url + story)
  await page.getByRole('link', { name: /front page/ }).click()
  const card = page.getByRole('article').first()
  await card.waitFor()
  const look = () => card.evaluate((element) => JSON.stringify(element.getBoundingClientRect()) + getComputedStyle(element).cssText)
  await untilIdle(page)
  const after = await look()
  await page.reload()
  await card.waitFor()
  await untilIdle(page)
  expect(await look()).toBe(after)
})

test('a prerendered page shows relative times once it runs, and its links do not load a document', async () => {
  const page = await newPage()
  await page.goto(site.url + story)
  await page.getByText('3 hours ago').waitFor()
  let loads = 0
  page.on('load', () => loads++)
  await page.getByRole('article').getByRole('link', { name: 'Robotics' }).click()
  await page.getByRole('heading', { level: 1, name: 'Robotics' }).waitFor()
  expect(loads).toBe(0)
})

test('the address of a filter opens that view, though the host answers with the front page', async () => {
  const page = await newPage()
  await page.goto(`${site.url}?type=video`)
  await expect.poll(() => page.getByRole('article').count()).toBe(1)
  await page.getByRole('heading', { name: TITLE }).waitFor()
})

test('at the address of a filter, the prerendered page is shown when the scripts cannot be loaded', async () => {
  const page = await newPage()
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.goto(`${site.url}?type=video`)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0)
  await page.evaluate(() => document.querySelector('script[src]')?.dispatchEvent(new Event('error')))
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('an open story shows that a newer deploy has arrived', async () => {
  const page = await newPage()
  await page.clock.install()
  const versionRead = page.waitForResponse('**/data/version.json')
  await page.goto(site.url + story)
  await versionRead
  await untilIdle(page)
  await page.route('**/data/version.json', (route) => route.fulfill({ json: { format: BUNDLE_FORMAT, version: 'newer' } }))
  await page.clock.fastForward(120_000)
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await page.getByText('New stories are available.').waitFor()
})
