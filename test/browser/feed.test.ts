import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { pageCount } from '../../src/shared/contract/list-pages.ts'
import { serveCorpus } from '../support/serve-corpus.ts'
import { newPage, scrollDownTo, untilCardsShown, untilIdle } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const STORIES = 600

let large: Site
let small: Site

beforeAll(async () => {
  large = await serveCorpus(STORIES)
  small = await serveSeeds(manySeeds(200, { excerpt: 'A few words on what happened.' }))
})

async function open(url: string, width = 1440): Promise<Page> {
  const page = await newPage({ viewport: { width, height: 900 } })
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  return page
}

const link = (page: Page, number: number) => page.getByRole('link', { name: `Story number ${number}`, exact: true })
const feed = (page: Page) => page.getByRole('feed')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Presses Tab until the focus is beyond the marks of a card, which load after it, and the links of days. */
async function tabPastMarks(page: Page): Promise<void> {
  do await page.keyboard.press('Tab')
  while (await page.evaluate(() => document.activeElement?.closest('[data-part="CardMarks"], a[href*="/day/"]') != null))
}

/** Elements, texts and comments of the page. */
const nodes = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document)
    let count = 1
    while (walker.nextNode() !== null) count++
    return count
  })

for (const width of [390, 1440]) {
  test(`scrolling through ${STORIES} stories does not make the page larger, at ${width} px`, async () => {
    const page = await open(large.url, width)
    const steps = 15
    let most = 0
    for (let step = 1; step <= steps; step++) {
      await page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), step / steps)
      await untilCardsShown(page)
      most = Math.max(most, await nodes(page))
    }
    expect(most).toBeLessThanOrEqual(2500)
    expect(await page.getByRole('article').last().getAttribute('aria-posinset')).toBe(String(STORIES))
  })
}

test('a card has its position among all stories', async () => {
  const page = await open(large.url)
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  await untilCardsShown(page)
  const cards = await page.getByRole('article').evaluateAll((articles) =>
    articles.map((article) => [Number(article.getAttribute('aria-posinset')), Number(article.getAttribute('aria-setsize'))]),
  )
  const places = cards.map(([place = 0]) => place)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(Math.abs((places[0] ?? 0) - STORIES / 2)).toBeLessThan(STORIES / 20)
  expect(new Set(cards.map(([, total]) => total))).toEqual(new Set([STORIES]))
})

test('the End key reaches the oldest story and the footer, and requests little on the way', async () => {
  const page = await open(large.url)
  await untilIdle(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  // The end moves when what is rendered there is taller than it was taken for.
  await page.keyboard.press('End')
  await untilCardsShown(page)
  await page.keyboard.press('End')
  await expect.poll(() => page.getByRole('article').last().getAttribute('aria-posinset')).toBe(String(STORIES))
  await page.keyboard.press('End')
  await expect.poll(() => page.getByRole('contentinfo').evaluate((footer) => footer.getBoundingClientRect().top < innerHeight)).toBe(true)
  expect(asked.filter((path) => path.startsWith('/data/feed/')).length).toBeLessThanOrEqual(pageCount(STORIES) / 5)
})

test.each([390, 768, 1280, 1440])('a feed is taken for about as tall as it is, at %i px', async (width) => {
  const page = await open(small.url, width)
  await untilIdle(page)
  const height = () => feed(page).evaluate((element) => element.getBoundingClientRect().height)
  const guessed = await height()
  const isAtEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)
  while (!(await isAtEnd())) {
    await page.evaluate(() => scrollBy(0, innerHeight))
    await untilCardsShown(page)
  }
  const real = await height()
  expect(guessed / real).toBeGreaterThan(0.8)
  expect(guessed / real).toBeLessThan(1.2)
})

test('the Tab key moves from card to card, through chunks that are not rendered yet', async () => {
  const page = await open(small.url, 390)
  await link(page, 200).focus()
  // Each card has one link and its marks: its topic is that of all stories, and goes without saying.
  for (let number = 199; number > 170; number--) {
    await tabPastMarks(page)
    // A placeholder has the focus until its story has loaded.
    await expect.poll(() => focused(page)).toBe(`Story number ${number}`)
  }
})

test('the Tab key waits for stories that are still loading', async () => {
  const page = await newPage()
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  // The first chunk, to story 184, needs the pages from 31 on, each of six stories.
  await page.route(/data\/feed\/(?:[12]?\d|30)\.json/, async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(small.url)
  await link(page, 184).focus()
  await page.keyboard.press('Tab')
  await expect.poll(() => focused(page)).toBe('Loading…')
  arrive()
  await expect.poll(() => focused(page)).toBe('Story number 183')
})

test('the focused card stays rendered, however far the page is scrolled', async () => {
  const page = await open(small.url)
  await link(page, 199).focus()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await link(page, 1).waitFor()
  expect(await focused(page)).toBe('Story number 199')
  await tabPastMarks(page)
  expect(await focused(page)).toBe('Story number 198')
})

test('the browser’s find in page finds a story that is no longer rendered', async () => {
  const page = await open(small.url)
  await scrollDownTo(page, link(page, 180))
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await link(page, 1).waitFor()
  await expect.poll(() => link(page, 180).count()).toBe(0)
  await findInPage(page, 'Story number 180')
  await expect.poll(() => link(page, 180).evaluate((one) => Math.abs(one.getBoundingClientRect().top - innerHeight / 2))).toBeLessThan(400)
})

/** What the browser's search does on a hit in a text hidden until found; it cannot be typed into from here. */
function findInPage(page: Page, text: string): Promise<void> {
  return page.evaluate((title) => {
    const block = [...document.querySelectorAll('[hidden="until-found"]')].find(({ textContent }) => textContent.split('\n').includes(title))
    const text = block?.firstChild
    if (!block || !text) throw new Error(`${title} is not to be found`)
    block.dispatchEvent(new Event('beforematch', { bubbles: true }))
    block.removeAttribute('hidden')
    const hit = document.createRange()
    hit.setStart(text, block.textContent.indexOf(title))
    hit.setEnd(text, hit.startOffset + title.length)
    scrollBy(0, hit.getBoundingClientRect().top - innerHeight / 2)
  }, text)
}

test('stories that failed to load can be requested again, in their place in the feed', async () => {
  const page = await open(small.url)
  await page.route(/data\/feed\//, (route) => route.fulfill({ status: 200, body: '{' }))
  await page.mouse.wheel(0, 600)
  const again = page.getByRole('button', { name: 'Try again' })
  await again.first().waitFor()
  await page.unroute(/data\/feed\//)
  // Each part of the feed is requested again by itself.
  for (let failed = await again.count(); failed > 0; failed = await again.count()) {
    await again.first().click()
    await expect.poll(() => again.count()).toBeLessThan(failed)
  }
  await link(page, 183).waitFor()
})
