import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { newPage } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { deploy, serveOwnSite, serveSeeds } from '../support/site.ts'

const ADDRESS = 'https://fold.example/x/y/'

const chip = (original: string) =>
  seedText({ title: 'A chip', publishedDateTime: '2021-01-01', webUrl: original, topics: ['Chips'] })

const canonical = (page: Page) => page.locator('link[rel="canonical"]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
const metadata = (page: Page) => page.locator('meta[property], script[type="application/ld+json"], meta[name="description"]').count()

test('the head describes the view that is shown, even in a document prerendered for another', async () => {
  const site = await serveSeeds({ 'chip.md': chip('https://e.example/chip') }, '/x/y/', { env: { NEWSFOLD_SITE_URL: ADDRESS } })
  const page = await newPage()
  await page.goto(site.url)
  expect(await canonical(page)).toEqual([ADDRESS])
  expect(await metadata(page)).toBeGreaterThan(5)

  await page.getByRole('link', { name: 'A chip' }).click()
  await page.getByRole('heading', { level: 1, name: 'A chip' }).waitFor()
  expect(await canonical(page)).toEqual([new URL(new URL(page.url()).pathname, ADDRESS).href])
  expect(await metadata(page)).toBe(0)

  // What others add to a link makes no other view of it.
  const address = new URL(page.url())
  await page.goto(`${address.origin}${address.pathname}?fbclid=1`)
  await page.getByRole('button', { name: 'Share' }).click()
  expect(await canonical(page)).toEqual([new URL(address.pathname, ADDRESS).href])
  expect(await metadata(page)).toBeGreaterThan(5)

  await page.goto(`${site.url}?q=chip`)
  await page.getByRole('article').first().waitFor()
  await expect.poll(() => canonical(page)).toEqual([`${ADDRESS}?q=chip`])
})

test('a link to a file under the base path that is not a view loads that file', async () => {
  const site = await serveOwnSite({ 'chip.md': chip('https://e.example/') })
  await deploy(site, { 'chip.md': chip(`${site.url}robots.txt`) })
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('link', { name: 'A chip' }).click()
  await page.getByRole('link', { name: /Read the original/ }).click()
  await page.waitForURL('**/robots.txt')
  expect(await page.getByRole('heading').count()).toBe(0)
})

test('the title of an older page of a month has its number', async () => {
  const site = await serveSeeds(manySeeds(210, { publishedDateTime: '2020-05-20' }))
  const page = await newPage()
  await page.goto(`${site.url}archive/2020-05/1/`)
  await page.getByRole('heading', { level: 1, name: 'Stories from May 2020, Page 1' }).waitFor()
  await expect.poll(() => page.title()).toBe('Stories from May 2020, Page 1 · Newsfold')
})
