import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { StorySummary } from '../../src/shared/contract/bundle.ts'
import { pageCount, pageOf } from '../../src/shared/contract/list-pages.ts'
import { storyIdOf } from '../../src/shared/contract/slug.ts'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

/** Of 91 stories. */
const NEWEST_PAGE = `data/feed/${pageCount(91)}.json`

let site: Site

// Under a base path, which the worker's scope and every cached address must include.
beforeAll(async () => {
  site = await serveSeeds(
    {
      ...manySeeds(90, { topics: ['AI', 'Law', 'Art', 'Space', 'Food', 'Sea', 'Games', 'Energy'] }),
      'lips.md': seedText({ title: 'A chip that reads lips', publishedDateTime: '2021-01-01', webUrl: 'https://e.example/lips', topics: ['Chips'] }, '\nIt reads them all.\n'),
    },
    '/x/y/',
  )
})

/** A first visit, whose page the worker has taken over. */
async function visit(path: string): Promise<Page> {
  const page = await newPage({ serviceWorkers: 'allow' })
  await page.goto(site.url + path)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}

/** The slug of one of the oldest stories. */
function slugOf(wanted: string): string {
  const stories = [1, 2, 3].flatMap((page) => JSON.parse(readFileSync(join(site.folder, `data/feed/${page}.json`), 'utf8')) as StorySummary[])
  return stories.find(({ title }) => title === wanted)?.slug ?? ''
}

/** Waits until the worker has cached a file, named by part of its address. */
async function untilCached(page: Page, part: string): Promise<void> {
  const isCached = (wanted: string) =>
    caches
      .keys()
      .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
      .then((requests) => requests.flat().some(({ url }) => url.includes(wanted)))
  await expect.poll(() => page.evaluate(isCached, part)).toBe(true)
}

/** Turns the network off, for the page and for the worker. */
async function goOffline(page: Page): Promise<void> {
  site.unplug(true)
  onTestFinished(() => site.unplug(false))
  await page.context().setOffline(true)
  await page.getByText('You are offline.').waitFor()
}

async function goOnline(page: Page): Promise<void> {
  site.unplug(false)
  await page.context().setOffline(false)
}

/** The server still takes connections, and answers none. */
function hangServer(): void {
  site.hang(true)
  onTestFinished(() => site.hang(false))
}

/** As the browser does with a worker that had nothing to do for a while. */
async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
}

test('without a service worker the app works and reports no error', async () => {
  const page = await newPage({ serviceWorkers: 'allow' })
  await page.addInitScript('ServiceWorkerContainer.prototype.register = () => Promise.resolve()')
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  await untilIdle(page)
})

test('a visited story, topic and front page open offline, and the notice goes when the connection is back', async () => {
  const page = await visit('')
  await untilCached(page, `data/feed/${pageOf(79)}.json`)
  await page.getByRole('link', { name: 'A chip that reads lips' }).click()
  await page.getByText('It reads them all.').waitFor()
  await page.getByRole('article').getByRole('link', { name: 'Chips' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chips' }).waitFor()
  for (const file of ['data/story/', 'data/topic/chips.json', NEWEST_PAGE]) await untilCached(page, file)
  await goOffline(page)
  await page.reload()
  await page.getByRole('link', { name: 'A chip that reads lips' }).click()
  await page.getByText('It reads them all.').waitFor()
  await page.reload()
  await page.getByText('It reads them all.').waitFor()
  await page.goto(site.url)
  await page.getByRole('link', { name: 'Story number 90', exact: true }).waitFor()
  await untilIdle(page)
  await page.mouse.wheel(0, 900)
  await page.getByRole('link', { name: 'Story number 80', exact: true }).waitFor()
  await page.getByText('You are offline.').waitFor()
  await goOnline(page)
  await page.getByText('You are offline.').waitFor({ state: 'detached' })
})

test('the notice goes even if the worker that reported it has been stopped', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  site.unplug(true)
  onTestFinished(() => site.unplug(false))
  await page.reload()
  await page.getByText('You are offline.').waitFor()
  await stopWorkers(page)
  site.unplug(false)
  await page.getByText('You are offline.').waitFor({ state: 'detached' })
})

test('an offline search finds cached stories, says so, and finds the rest once online', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  await goOffline(page)
  await page.getByRole('searchbox').fill('number stories 7')
  await page.getByRole('status').filter({ hasText: '10 stories on this device (you are offline)' }).waitFor()
  await page.getByRole('link', { name: 'Story number 79', exact: true }).waitFor()
  await goOnline(page)
  await page.getByRole('status').filter({ hasText: /^11 stories$/ }).waitFor()
})

test('an offline search skips a cached file that is not JSON', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  await page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.startsWith('newsfold-data-')) ?? ''
    await (await caches.open(name)).put('/x/y/data/feed/1.json', new Response('<!doctype html><p>The page for what is missing'))
  })
  await goOffline(page)
  await page.getByRole('searchbox').fill('number stories 7')
  await page.getByRole('status').filter({ hasText: '10 stories on this device (you are offline)' }).waitFor()
})

test('an offline search finds a story that was opened by its address', async () => {
  const page = await visit(`story/${slugOf('Story number 7')}/`)
  await untilCached(page, '/story/')
  await page.goto(site.url)
  await untilCached(page, NEWEST_PAGE)
  await goOffline(page)
  await page.getByRole('searchbox').fill('"number 7"')
  await page.getByRole('status').filter({ hasText: '1 story on this device (you are offline)' }).waitFor()
  await page.getByRole('link', { name: 'Story number 7', exact: true }).waitFor()
})

test('a view that is not cached says so, with a link to the front page, and opens once online', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  await goOffline(page)
  await page.goto(`${site.url}topic/chips/`)
  await page.getByRole('heading', { name: 'Not available offline' }).waitFor()
  await page.getByRole('link', { name: 'Go to the front page' }).click()
  await page.getByRole('heading', { level: 1, name: 'Latest stories' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Not available offline' }).waitFor()
  await goOnline(page)
  await page.getByRole('link', { name: 'A chip that reads lips' }).waitFor()
})

test('a view that is not cached says so while the server hangs, and opens once it answers', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  hangServer()
  await page.goto(`${site.url}topic/chips/`)
  await page.getByRole('heading', { name: 'Not available offline' }).waitFor()
  await page.getByRole('status').filter({ hasText: 'You are offline.' }).waitFor()
  site.hang(false)
  await page.getByRole('link', { name: 'A chip that reads lips' }).waitFor()
  await page.getByText('You are offline.').waitFor({ state: 'detached' })
})

test('a visited page opens while the server hangs, and says that it is offline', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  hangServer()
  await page.reload()
  await page.getByRole('link', { name: 'Story number 90', exact: true }).waitFor()
  await page.getByText('You are offline.').waitFor()
})

test('a visited story opens offline without the trailing slash, and by an old title', async () => {
  const slug = slugOf('Story number 7')
  const page = await visit(`story/${slug}/`)
  await untilCached(page, '/story/')
  await goOffline(page)
  for (const path of [slug, `an-old-title-${storyIdOf(slug)}/`, `an-old-title-${storyIdOf(slug)}?from=mail`]) {
    await page.goto(`${site.url}story/${path}`)
    await page.getByRole('heading', { level: 1, name: 'Story number 7' }).waitFor()
  }
})

test('a cached page whose script is no longer cached is replaced by the app shell', async () => {
  const page = await visit('')
  await untilCached(page, NEWEST_PAGE)
  await page.evaluate(async () => {
    const html = { headers: { 'content-type': 'text/html' } }
    const name = (await caches.keys()).find((one) => one.startsWith('newsfold-pages-')) ?? ''
    await (await caches.open(name)).put(location.href, new Response('<p>An old page<script type="module" src="/x/y/assets/gone-0.js"></script>', html))
  })
  await goOffline(page)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Latest stories' }).waitFor()
})

test('offline, a view whose code fails does not reload the page from the cache', async () => {
  const page = await visit('')
  await untilCached(page, 'assets/story-')
  await page.evaluate(async () => {
    const broken = () => new Response('throw new Error("broken")', { headers: { 'content-type': 'text/javascript' } })
    for (const cache of await Promise.all((await caches.keys()).map((name) => caches.open(name)))) {
      for (const { url } of await cache.keys()) if (/assets\/story-.*\.js/.test(url)) await cache.put(url, broken())
    }
    // React tells the console of every view that broke.
    Object.assign(console, { error: () => undefined })
    Object.assign(globalThis, { isSameDocument: true })
  })
  await goOffline(page)
  await page.getByRole('link', { name: 'Story number 90', exact: true }).click()
  await page.getByRole('heading', { name: 'Something went wrong on this page.' }).waitFor()
  expect(await page.evaluate(() => 'isSameDocument' in globalThis)).toBe(true)
})
