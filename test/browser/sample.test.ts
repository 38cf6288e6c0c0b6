import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { newPage } from '../support/page.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const TITLE = 'Microsoft builds huge cloud-based AI supercomputer for OpenAI'
/** The sample in this repository. */
const SEEDS = Object.fromEntries(readdirSync('seeds').map((name) => [name, readFileSync(join('seeds', name))]))

let site: Site

beforeAll(async () => {
  site = await serveSeeds(SEEDS)
})

test('the sample seed has a card, a page, and CNET’s story in its sidebar', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const card = page.getByRole('article', { name: TITLE })
  await card.getByRole('heading', { name: TITLE }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  const related = page.getByRole('complementary', { name: 'Related stories' })
  const link = related.getByRole('link', { name: /Microsoft builds massive supercomputer for smarter AI/ })
  expect(await link.getAttribute('href')).toBe(
    'https://www.cnet.com/news/microsoft-builds-massive-supercomputer-for-smarter-ai/',
  )
  expect(await page.title()).toBe(`${TITLE} · Newsfold`)
})

test('a search of the sample alone that finds nothing shows nothing below', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const coverage = page.getByRole('heading', { name: 'How it was covered' })
  await coverage.waitFor()
  await page.getByRole('searchbox', { name: 'Search stories' }).fill('nothing')
  await page.getByText('No story matches').waitFor()
  await coverage.waitFor({ state: 'detached' })
})

test('a deep link opens on a plain host, and under a base path', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const path = await page.getByRole('link', { name: TITLE }).getAttribute('href')
  const news = await serveSeeds(SEEDS, '/news/')
  for (const url of [new URL(path ?? '', site.url).href, `${news.url}${path?.slice(1) ?? ''}`]) {
    const tab = await newPage()
    expect((await tab.goto(url))?.status()).toBe(200)
    await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    expect(tab.url()).toBe(url)
  }
})

test('other hosts get requests for images only', async () => {
  const page = await newPage()
  const otherRequests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && request.resourceType() !== 'image') otherRequests.push(request.url())
  })
  await page.goto(site.url)
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('complementary', { name: 'Related stories' }).waitFor()
  expect(otherRequests).toEqual([])
})
