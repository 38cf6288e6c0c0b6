import { beforeAll, expect, test } from 'vitest'
import { newPage } from '../support/page.ts'
import { seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  const story = { title: 'A [chip]', publishedDateTime: '2021-01-01', webUrl: 'https://e.example/chip', topics: ['Chips'] }
  site = await serveSeeds({ 'chip.md': seedText(story, '\nIt *reads* <b>lips</b>.\n\n- one\n') }, '/x/y/')
})

const ALLOWED = { permissions: ['clipboard-read', 'clipboard-write'] }

test('a filtered view and a story are copied where there is no share sheet, and the page says so', async () => {
  const page = await newPage(ALLOWED)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.goto(`${site.url}topic/chips/?q=chip`)
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByText('Link copied').waitFor()
  expect(await copied()).toBe(`${site.url}topic/chips/?q=chip`)
  expect(await page.title()).toBe('chip · Chips · Newsfold')
  await page.getByRole('link', { name: 'A [chip]' }).click()
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await page.getByText('Story copied as Markdown').waitFor()
  expect(await copied()).toBe('# [A \\[chip\\]](https://e.example/chip)\n\ne.example · Jan 1, 2021\n\nIt *reads* **lips**.\n\n-   one\n')
})

test('where the browser refuses to copy, the link is shown and selected, and a phone’s page gets no wider', async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(`${site.url}topic/chips/`)
  await page.getByRole('button', { name: 'Share' }).click()
  const field = page.getByRole('textbox', { name: /yourself/ })
  await field.waitFor()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${site.url}topic/chips/`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
