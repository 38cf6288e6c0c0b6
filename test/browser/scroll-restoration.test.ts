import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { newPage, scrollDownTo, untilIdle } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await serveSeeds(manySeeds(200, { excerpt: 'A few words on what happened.' }))
})

const link = (page: Page, number: number) => page.getByRole('link', { name: `Story number ${number}`, exact: true })
const scrolled = (page: Page) => page.evaluate(() => scrollY)

/** Scrolls down to a story of a later page and a little beyond its top. Returns how far, in pixels. */
async function scrollTo(page: Page, number: number): Promise<number> {
  await scrollDownTo(page, link(page, number))
  await link(page, number).scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollBy(0, 137))
  await untilIdle(page)
  return scrolled(page)
}

test('Back returns to the exact place and link, after more stories were loaded', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const before = await scrollTo(page, 120)
  await link(page, 120).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 120' }).waitFor()
  expect(await scrolled(page)).toBe(0)
  await page.goBack()
  await link(page, 120).waitFor()
  await expect.poll(() => scrolled(page)).toBe(before)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Story number 120')
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Story number 120' }).waitFor()
})

test('a reload returns to the exact place, after more stories were loaded', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const before = await scrollTo(page, 120)
  await page.reload()
  await link(page, 120).waitFor()
  await expect.poll(() => scrolled(page)).toBe(before)
})

test('Back from another site returns to the exact place', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const before = await scrollTo(page, 120)
  await page.goto('about:blank')
  await page.goBack()
  await link(page, 120).waitFor()
  await expect.poll(() => scrolled(page)).toBe(before)
})

test('a new tab of the same address starts at its top', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await scrollTo(page, 120)
  const tab = await page.context().newPage()
  await tab.goto(site.url)
  await link(tab, 200).waitFor()
  expect(await scrolled(tab)).toBe(0)
})

test('the focus goes to the heading of a new view', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await link(page, 200).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Story number 200' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
})
