import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

/** Neither new nor of a common topic: suggested only where it is similar. */
const LIPS = { title: 'A chip that reads lips', publishedDateTime: '2019-01-01', webUrl: 'https://e.example/lips', topics: ['AI', 'Chips'] }
const COMMON = ['AI', 'Law', 'Art', 'Space', 'Food', 'Sea', 'Games', 'Energy', 'Health', 'Retail']
const CYRILLIC = { title: 'A probe, and back', publishedDateTime: '2019-01-01', webUrl: 'https://e.example/probe', topics: ['Космос'] }
const HOSTILE = '<img src=x onerror="isOwned = true"><script>isOwned = true</script> & "more"'
const MARKUP = '</title><script>isOwned = true</script><b onclick=x>'

let site: Site

// Under a base path, so that a link without it leads nowhere.
beforeAll(async () => {
  site = await serveSeeds(
    {
      ...manySeeds(40, { topics: COMMON }),
      'lips.md': seedText(LIPS),
      'probe.md': seedText(CYRILLIC),
      'video.md': seedText({ ...LIPS, title: 'A chip, filmed', webUrl: 'https://e.example/filmed', type: 'video' }),
      'hostile.md': seedText({
        title: HOSTILE,
        excerpt: HOSTILE,
        publishedDateTime: '2021-01-02',
        webUrl: 'https://e.example/hostile',
        provider: { name: MARKUP, domain: 'e.example' },
        topics: ['AI', MARKUP],
        images: [{ url: 'https://dead.invalid/a.jpg', title: HOSTILE, attribution: MARKUP }],
        related: [{ title: MARKUP, webUrl: 'https://other.example/1', publishedDateTime: '2021-01-01' }],
      }),
    },
    '/news/',
  )
})

const titles = (page: Page) => page.getByRole('article').getByRole('heading').allTextContents()
const here = (page: Page) => page.url().slice(site.url.length)

/** Opens an address of the site, by a path from its base. */
async function open(path: string): Promise<Page> {
  const page = await newPage()
  await page.goto(site.url + path)
  return page
}

test('a topic in the navigation opens its own page', async () => {
  const page = await open('')
  const topics = page.getByRole('navigation', { name: 'Topics' })
  await topics.getByRole('link', { name: 'Chips' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chips' }).waitFor()
  expect(here(page)).toBe('topic/chips/')
  await page.getByRole('status').filter({ hasText: '2 stories' }).waitFor()
  expect(new Set(await titles(page))).toEqual(new Set([LIPS.title, 'A chip, filmed']))
  expect(await page.title()).toBe('Chips · Newsfold')
})

test('a topic in another script has its own page', async () => {
  const page = await open('topic/космос/')
  await untilIdle(page)
  await page.getByRole('heading', { level: 1, name: 'Космос' }).waitFor()
  expect(await titles(page)).toEqual([CYRILLIC.title])
  expect(decodeURI(here(page))).toBe('topic/космос/')
  await page.getByRole('link', { name: CYRILLIC.title }).click()
  await page.getByRole('heading', { level: 1, name: CYRILLIC.title }).waitFor()
  await page.getByRole('article').getByRole('link', { name: 'Космос' }).click()
  await page.getByRole('heading', { level: 1, name: 'Космос' }).waitFor()
  expect(decodeURI(here(page))).toBe('topic/космос/')
})

test('an address with a filter opens that view, in a new tab, on reload, and on Back', async () => {
  const page = await open('topic/chips/?type=video')
  await expect.poll(() => titles(page)).toEqual(['A chip, filmed'])
  await page.reload()
  await expect.poll(() => titles(page)).toEqual(['A chip, filmed'])
  await page.getByRole('link', { name: 'A chip, filmed' }).click()
  await page.getByRole('heading', { level: 1, name: 'A chip, filmed' }).waitFor()
  await page.goBack()
  await expect.poll(() => titles(page)).toEqual(['A chip, filmed'])
  expect(here(page)).toBe('topic/chips/?type=video')
})

test('removing a chip removes its filter from the address, and the stories come back', async () => {
  const page = await open('topic/chips/?type=video')
  await page.getByRole('link', { name: 'Remove filter: Videos' }).click()
  await expect.poll(() => titles(page)).toHaveLength(2)
  expect(here(page)).toBe('topic/chips/')
})

test('a missing story says so and suggests a similar one', async () => {
  const page = await open('story/the-chip-that-reads-lips-0000000000/')
  await page.getByRole('heading', { level: 1, name: 'Story not found' }).waitFor()
  await page.getByRole('link', { name: LIPS.title }).click()
  await page.getByRole('heading', { level: 1, name: LIPS.title }).waitFor()
})

test('a missing topic says so and suggests a similar one', async () => {
  const page = await open('topic/chipz/')
  await page.getByRole('heading', { level: 1, name: /There is no topic/ }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Chips' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chips' }).waitFor()
})

test('markup in a title, a provider, a topic, a credit or coverage is text and runs nowhere', async () => {
  const page = await open('')
  const card = page.getByRole('article', { name: HOSTILE })
  await card.getByRole('link', { name: HOSTILE }).click()
  await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor()
  expect(await page.title()).toBe(`${HOSTILE} · Newsfold`)
  const related = page.getByRole('complementary', { name: 'Related stories' })
  await related.getByRole('link', { name: MARKUP }).waitFor()
  await untilIdle(page)
  expect(await page.locator('main [onerror], main [onclick], main script').count()).toBe(0)
  expect(await page.evaluate(() => 'isOwned' in globalThis)).toBe(false)
})

test('a fragment with invalid escapes is ignored', async () => {
  const page = await open('#%FF')
  await untilIdle(page)
  await page.getByRole('heading', { level: 1, name: 'Latest stories' }).waitFor()
})
