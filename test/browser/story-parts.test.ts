import { beforeAll, expect, test } from 'vitest'
import { newPage, scrollDownTo, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

const body = `\nA claim.[^1]\n\n${'A paragraph of some length.\n\n'.repeat(80)}\n[^1]: Its proof.\n`

beforeAll(async () => {
  site = await serveSeeds({
    ...manySeeds(60, { topics: ['AI', 'Law', 'Art', 'Space', 'Food', 'Sea'] }),
    'note.md': seedText({ title: 'A long note', publishedDateTime: '2021-01-01' }, body),
  })
})

test('a link to a footnote scrolls there, Back returns, and its address opens there', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('link', { name: 'A long note' }).click()
  await page.getByRole('link', { name: '1', exact: true }).click()
  const scrolled = () => page.evaluate(() => scrollY)
  await expect.poll(scrolled).toBeGreaterThan(1000)
  const { hash } = new URL(page.url())
  const low = await scrolled()
  await page.goBack()
  await expect.poll(scrolled).toBe(0)
  await page.goForward()
  await expect.poll(scrolled).toBe(low)
  const tab = await newPage()
  await tab.goto(page.url())
  await tab.getByText('Its proof.').waitFor()
  await expect.poll(() => tab.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top ?? 0)).toBeGreaterThan(0)
  await expect.poll(() => tab.evaluate(() => (document.querySelector(':target')?.getBoundingClientRect().bottom ?? Infinity) <= innerHeight)).toBe(true)
  expect(hash).not.toBe('')
})

test('Back restores a card’s position on a phone', async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(site.url)
  const card = page.getByRole('link', { name: 'Story number 50', exact: true })
  await scrollDownTo(page, card)
  await card.scrollIntoViewIfNeeded()
  await untilIdle(page)
  const top = async () => (await card.boundingBox())?.y ?? NaN
  const before = await top()
  await card.click()
  await page.getByRole('heading', { level: 1, name: 'Story number 50' }).waitFor()
  await page.goBack()
  await card.waitFor()
  // A window scrolls by whole pixels.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1)
})

test('hovering over a time shows the full date, though the card around it is a link', async () => {
  const page = await newPage()
  await page.goto(site.url)
  const time = page.getByRole('article').first().getByRole('time')
  await time.hover()
  expect(await time.getAttribute('title')).toMatch(/2021/)
})

test('hovering over a card whose code fails to load leaves the page as it is', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }))
  await page.route(/assets\/story-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("replaced")' }),
  )
  const replaced = page.waitForResponse(/assets\/story-.*\.js/)
  await page.getByRole('link', { name: 'A long note' }).hover()
  await replaced
  await untilIdle(page)
  expect(await page.evaluate(() => 'isSameDocument' in globalThis)).toBe(true)
})
