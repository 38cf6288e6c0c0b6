import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPage } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { deploy, serveOwnSite, type Site } from '../support/site.ts'

const NOTICE = 'A new version is available.'

const SEEDS = manySeeds(3)

/** What each later version of the app has in every script. */
const version = (number: number) => `globalThis.appVersion=${number};`

async function visit(site: Site, from?: Page): Promise<Page> {
  const page = from === undefined ? await newPage({ serviceWorkers: 'allow' }) : await from.context().newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return page
}

const versionOf = (page: Page) => page.evaluate(() => (globalThis as { appVersion?: number }).appVersion ?? 1)

/** As when the user comes back to the tab. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** Waits until the worker has cached the app. */
async function untilInstalled(page: Page): Promise<void> {
  await page.waitForFunction(() => caches.keys().then((names) => names.some((name) => name.includes('-precache-'))))
}

test('a tab that was open over two deploys keeps working, offers a reload, and has the newest version after it', async () => {
  const site = await serveOwnSite(SEEDS)
  const page = await visit(site)
  const other = await visit(site, page)
  await deploy(site, SEEDS, { code: version(2) })
  await comeBack(page)
  await page.getByText(NOTICE).waitFor()
  await deploy(site, SEEDS, { code: version(3) })
  await comeBack(page)
  // Its code is gone from the server, and comes from the cache.
  await page.getByRole('link', { name: 'Story number 3' }).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 3' }).waitFor()
  expect(await versionOf(page)).toBe(1)

  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => versionOf(page).catch(() => 0)).toBeGreaterThan(1)
  await page.getByRole('heading', { level: 1, name: 'Story number 3' }).waitFor()
  await page.getByText(NOTICE).waitFor({ state: 'detached' })

  // The other tab was not touched, and still finds the code it was built with.
  expect(await versionOf(other)).toBe(1)
  await other.getByRole('link', { name: 'Story number 2' }).click()
  await other.getByRole('heading', { level: 1, name: 'Story number 2' }).waitFor()
  expect(await versionOf(other)).toBe(1)
})

test('a reload is not lost when a still newer version arrives while the one before becomes active', async () => {
  const site = await serveOwnSite(SEEDS)
  const page = await newPage({ serviceWorkers: 'allow' })
  await page.exposeFunction('deployThird', () => deploy(site, SEEDS, { code: version(3) }))
  await page.addInitScript(() => {
    const { deployThird } = globalThis as unknown as { deployThird: () => Promise<void> }
    // The message is sent too late: the worker that should become active has been replaced.
    const send = Reflect.get(ServiceWorker.prototype, 'postMessage') as (this: ServiceWorker, message: { readonly type: string }, options?: StructuredSerializeOptions) => void
    ServiceWorker.prototype.postMessage = async function (this: ServiceWorker, message: { readonly type: string }, options?: StructuredSerializeOptions) {
      if (message.type === 'ACTIVATE') {
        await deployThird()
        const replaced = new Promise((resolve) => this.addEventListener('statechange', resolve))
        await (await navigator.serviceWorker.ready).update()
        await replaced
      }
      send.call(this, message, options)
    } as ServiceWorker['postMessage']
  })
  await page.goto(site.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await deploy(site, SEEDS, { code: version(2) })
  await comeBack(page)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => versionOf(page).catch(() => 0)).toBe(3)
})

test('a visit with a service worker that is two versions old opens every view, and has the newest version after a reload', async () => {
  const site = await serveOwnSite(SEEDS)
  const first = await visit(site)
  await untilInstalled(first)
  await first.goto('about:blank')
  for (const later of [2, 3]) await deploy(site, SEEDS, { code: version(later) })
  const page = await visit(site, first)
  await page.getByRole('link', { name: 'Story number 3' }).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 3' }).waitFor()
  await page.goBack()
  await page.getByRole('searchbox').fill('number')
  await page.getByRole('status').filter({ hasText: '3 stories' }).waitFor()
  await expect.poll(async () => {
    await page.reload()
    return versionOf(page)
  }).toBe(3)
})

test('a page that is newer than the cache does not offer a reload', async () => {
  const site = await serveOwnSite(SEEDS)
  const page = await visit(site)
  await deploy(site, SEEDS, { code: version(2) })
  await page.reload()
  await expect.poll(() => versionOf(page)).toBe(2)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.waiting !== null))).toBe(true)
  await page.getByRole('link', { name: 'Story number 3' }).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 3' }).waitFor()
  expect(await page.getByText(NOTICE).count()).toBe(0)
})

test('built with NEWSFOLD_OFFLINE=off, the app removes the service worker and its caches, and no page is reloaded', async () => {
  const site = await serveOwnSite(SEEDS, '/x/y/')
  const page = await visit(site)
  await untilInstalled(page)
  await expect.poll(() => page.evaluate(countCachedTimes)).toBeGreaterThan(0)
  await page.evaluate(async () => {
    Object.assign(globalThis, { isSameDocument: true })
    await caches.open('newsfold-data-of-another-site')
  })
  await deploy(site, SEEDS, { env: { NEWSFOLD_OFFLINE: 'off' } })
  await comeBack(page)
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['newsfold-data-of-another-site'])
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistrations().then((found) => found.length))).toBe(0)
  expect(await page.evaluate(countCachedTimes)).toBe(0)
  expect(await page.evaluate(() => 'isSameDocument' in globalThis)).toBe(true)
  await page.goto(`${site.url}?q=number`)
  await page.getByRole('status').filter({ hasText: '3 stories' }).waitFor()
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((found) => found.length))).toBe(0)
})

/** In the page: of how many files the time of the last use is stored. */
async function countCachedTimes(): Promise<number> {
  const opening = indexedDB.open('workbox-expiration')
  await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }))
  const { result: database } = opening
  if (database.objectStoreNames.length === 0) return 0
  const counting = database.transaction('cache-entries').objectStore('cache-entries').count()
  await new Promise((resolve, reject) => Object.assign(counting, { onsuccess: resolve, onerror: reject }))
  database.close()
  return counting.result
}
