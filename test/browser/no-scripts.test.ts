import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { newPage } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const ROBOTS = { title: 'A library lends out robots', webUrl: 'https://e.example/robots', publishedDateTime: '2021-02-03', topics: ['Robotics', 'AI'] }
let site: Site

beforeAll(async () => {
  site = await serveSeeds({
    ...manySeeds(60),
    'robots.md': seedText({ ...ROBOTS, type: 'video', related: [{ title: 'Robots elsewhere', webUrl: 'https://other.example/1' }] }, 'A body with **weight**.'),
  })
})

/** Opens an address of the site in a browser that runs no scripts. */
async function open(path: string, width = 1440): Promise<Page> {
  const page = await newPage({ javaScriptEnabled: false, viewport: { width, height: 900 } })
  await page.goto(site.url + path)
  return page
}

test('the feed can be read, links to older stories, and a story can be read in full', async () => {
  const page = await open('')
  expect(await page.getByRole('article').count()).toBe(5)
  await page.getByRole('heading', { name: 'Older stories' }).waitFor()
  expect(await page.getByRole('link', { name: /Story number/ }).count()).toBe(23)
  await page.getByRole('link', { name: ROBOTS.title }).click()
  await page.getByRole('heading', { level: 1, name: ROBOTS.title }).waitFor()
  expect(await page.getByText('weight', { exact: true }).isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: /Watch at|Read the original/ }).first().isVisible()).toBe(true)
  expect(await page.getByRole('complementary').getByRole('link', { name: /Robots elsewhere/ }).isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Robotics' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Robotics' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
})

test('topics that the feed does not list are two links away, by name', async () => {
  const rare = { title: 'Of all that is rare', publishedDateTime: '2020-01-01', webUrl: 'https://e.example/rare' }
  const topics = Array.from({ length: 14 }, (_, nth) => `Rarity ${nth + 1}`)
  const { url } = await serveSeeds({ ...manySeeds(3), 'rare.md': seedText({ ...rare, topics }) })
  for (const width of [390, 1440]) {
    const page = await newPage({ javaScriptEnabled: false, viewport: { width, height: 900 } })
    await page.goto(url)
    await page.getByRole('link', { name: /^All 1\d topics$/ }).click()
    const list = page.getByRole('region', { name: 'Topics' })
    expect(await list.getByRole('link', { name: /^Rarity/ }).count()).toBe(14)
    await list.getByRole('link', { name: 'Rarity 14' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rarity 14' }).waitFor()
    expect(await page.getByRole('article', { name: rare.title }).count()).toBe(1)
  }
})

test('every month is two links from the footer', async () => {
  const page = await open('')
  await page.getByRole('contentinfo').getByRole('link', { name: 'All months and topics' }).click()
  await page.getByRole('link', { name: 'May 2020' }).click()
  await page.getByRole('heading', { level: 1, name: 'Stories from May 2020' }).waitFor()
  expect(await page.getByRole('link', { name: /Story number/ }).count()).toBe(60)
})

test.each([390, 1440])('nothing that needs scripts is offered, and the page says what it can not do, at %i px', async (width) => {
  for (const path of ['', 'topic/robotics/', 'archive/']) {
    const page = await open(path, width)
    expect(await page.getByRole('button').count(), path).toBe(0)
    expect(await page.getByRole('searchbox').count(), path).toBe(0)
    expect(await page.locator('a[href*="?"]').filter({ visible: true }).count(), path).toBe(0)
    expect(await page.locator('footer noscript p', { hasText: 'need JavaScript' }).isVisible(), path).toBe(true)
  }
})

test('no page is wider than the window', async () => {
  const long = 'T'.repeat(78)
  const seed = { title: long, publishedDateTime: '2020-05-20', webUrl: 'https://e.example/long', topics: [long], provider: { name: long, domain: 'e.example' } }
  const { url } = await serveSeeds({ ...manySeeds(30), 'long.md': seedText(seed) })
  for (const path of ['', 'topic/ai/', `topic/${'t'.repeat(60)}/`, 'archive/', 'archive/2020-05/']) {
    const page = await newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } })
    const response = await page.goto(url + path)
    expect(response?.status(), path).toBeLessThan(400)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
  }
})

test('the page of saved stories says that they need JavaScript, and asks search engines to leave it out', async () => {
  const page = await open('saved/')
  await page.getByRole('heading', { level: 1, name: 'Saved stories' }).waitFor()
  // Playwright finds no text in <noscript>.
  expect(await page.locator('main p').first().textContent()).toBe('Saved stories are kept in your browser, and need JavaScript.')
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
  await page.getByRole('link', { name: 'Go to the front page' }).click()
  await page.getByRole('heading', { level: 1, name: 'Latest stories' }).waitFor()
})
