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

/** Pixels by which a line of text may move: chunks above are rendered again, and their headings come with the counts. */
const A_LINE = 40

/** How far a story's link is from the top of the window, in pixels. */
const topInWindow = (page: Page, number: number) => link(page, number).evaluate((element) => element.getBoundingClientRect().top)

test.each([
  ['a reload', (page: Page) => page.reload()],
  ['Back from another site', async (page: Page) => {
    await page.goto('about:blank')
    return page.goBack()
  }],
] as const)('%s returns to the same story, at most a line off, after more stories were loaded', async (_, leaveAndReturn) => {
  const page = await newPage()
  await page.goto(site.url)
  await scrollTo(page, 120)
  const before = await topInWindow(page, 120)
  await leaveAndReturn(page)
  await link(page, 120).waitFor()
  await expect.poll(async () => Math.abs((await topInWindow(page, 120)) - before)).toBeLessThanOrEqual(A_LINE)
})

/** The first stories under the days' headings that are not of a day that began before. */
const firstOfDays = (page: Page) => page.evaluate(() =>
  [...document.querySelectorAll('main a[data-document]')].flatMap((day) => {
    const heading = day.parentElement?.parentElement
    const title = heading?.nextElementSibling?.querySelector('h2')?.textContent
    return heading?.ariaHidden === 'true' || title === undefined ? [] : [title]
  }),
)

test('a reload amid the stories of a day puts no heading of that day there', async () => {
  const page = await newPage()
  await page.goto(site.url)
  // One story of each of five successive chunks.
  for (const number of [140, 128, 116, 104, 92]) {
    await scrollTo(page, number)
    await page.reload()
    await link(page, number).waitFor()
    await untilIdle(page)
    // Story number 1 is of the first hour of a day, and a day's newest story, of its last hour, comes first.
    const numbers = (await firstOfDays(page)).map((title) => Number(title.replace('Story number ', '')))
    expect(numbers.filter((number) => number % 24 !== 0), `headings over stories from ${number} on`).toEqual([])
  }
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
