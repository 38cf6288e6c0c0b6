import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await serveSeeds(manySeeds(30))
})

/** Reads a story, goes back, and searches. */
async function read(page: Page): Promise<void> {
  await page.goto(site.url)
  await page.getByRole('link', { name: 'Story number 30', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 30' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Story number 29', exact: true }).waitFor()
  await page.getByRole('searchbox').fill('number 7')
  await page.getByRole('link', { name: 'Story number 7', exact: true }).waitFor()
  await untilIdle(page)
}

test.each([
  ['blocked', () => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, { get: refuse })
  }],
  ['full', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Storage.prototype.setItem = refuse
    IDBObjectStore.prototype.put = refuse
  }],
] as const)('with storage that is %s, stories are read and found', async (_name, spoil) => {
  const page = await newPage()
  await page.addInitScript(spoil)
  await read(page)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
})

test.each(['{"', '{}', '[{"a":null}]'])('with %j in everything that it has stored, the app works as on the first visit', async (junk) => {
  const page = await newPage()
  await read(page)
  const stored = await page.evaluate((value) => {
    const storages = [localStorage, sessionStorage]
    for (const storage of storages) for (const key of Object.keys(storage)) storage.setItem(key, value)
    return storages.map((storage) => Object.keys(storage).length)
  }, junk)
  expect(Math.min(...stored)).toBeGreaterThan(0)
  await read(page)
})
