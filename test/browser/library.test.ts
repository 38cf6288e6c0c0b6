import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { axeFindings, newPage, untilIdle } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

// Under a base path, where a link that forgets it leads nowhere.
beforeAll(async () => {
  site = await serveSeeds(manySeeds(40), '/news/')
})

const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** Opens the front page with the library loaded. */
async function openFront(): Promise<Page> {
  const page = await newPage()
  await page.goto(site.url)
  await untilIdle(page)
  await page.mouse.move(10, 10)
  await card(page, 'Story number 40').getByRole('button', { name: 'Save' }).waitFor()
  return page
}

test('opening a story marks its card as read, also after a reload', async () => {
  const page = await openFront()
  await page.getByRole('link', { name: 'Story number 39', exact: true }).click()
  await heading(page, 'Story number 39').waitFor()
  await page.goBack()
  await card(page, 'Story number 39').getByText('Read', { exact: true }).waitFor()
  await card(page, 'Story number 38').getByRole('img', { name: 'Unread' }).waitFor()
  await page.reload()
  await card(page, 'Story number 39').getByText('Read', { exact: true }).waitFor()
  await card(page, 'Story number 39').getByRole('button', { name: 'Mark as unread' }).click()
  await card(page, 'Story number 39').getByRole('button', { name: 'Mark as read' }).waitFor()
})

test('marks change nothing about the size of a card', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await untilIdle(page)
  const sizes = () => page.locator('main article').evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().height))
  const before = await sizes()
  await page.mouse.move(10, 10)
  await card(page, 'Story number 40').getByRole('button', { name: 'Mark as read' }).click()
  await card(page, 'Story number 40').getByText('Read', { exact: true }).waitFor()
  expect(await sizes()).toEqual(before)
  expect(await axeFindings(page)).toEqual([])
})

test('a saved story is listed on a page of its own, in other tabs too, and can be removed', async () => {
  const page = await openFront()
  const other = await page.context().newPage()
  await other.goto(site.url)
  await untilIdle(other)
  await other.mouse.move(10, 10)
  await card(other, 'Story number 37').getByRole('button', { name: 'Save' }).waitFor()
  await card(page, 'Story number 37').getByRole('button', { name: 'Save' }).click()
  await card(other, 'Story number 37').getByRole('button', { name: 'Remove from saved stories' }).waitFor()
  await page.goto(`${site.url}saved/`)
  await card(page, 'Story number 37').waitFor()
  expect(await page.title()).toBe('Saved stories · Newsfold')
  await card(page, 'Story number 37').getByRole('button', { name: 'Remove from saved stories' }).click()
  await page.getByText('Nothing is saved yet').waitFor()
})

test('a saved story can be read offline, from its copy on the device', async () => {
  const page = await newPage({ serviceWorkers: 'allow' })
  await page.goto(site.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.mouse.move(10, 10)
  await card(page, 'Story number 36').getByRole('button', { name: 'Save' }).click()
  const countCopies = async () => {
    const name = 'newsfold-saved /news/'
    // To open it earlier would create it without its contents.
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return 0
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => {
        const counting = opening.result.transaction('stories').objectStore('stories').count()
        counting.onsuccess = () => resolve(counting.result)
      }
    })
  }
  await expect.poll(() => page.evaluate(countCopies)).toBe(1)
  // The service worker's own copies are gone, as after two months.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (/-(data|pages|hashed)-/.test(name)) await caches.delete(name)
  })
  site.unplug(true)
  onTestFinished(() => site.unplug(false))
  await page.context().setOffline(true)
  await page.goto(`${site.url}saved/`)
  await page.getByRole('link', { name: 'Story number 36' }).click()
  await heading(page, 'Story number 36').waitFor()
  await page.reload()
  await heading(page, 'Story number 36').waitFor()
})

test('by keyboard alone a story is opened, saved, found again and left', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await untilIdle(page)
  // The very first key loads the library, and is not lost.
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('j')
  await expect.poll(focused).toBe('Story number 40')
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await heading(page, 'Story number 39').waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Remove from saved stories' }).waitFor()
  await page.getByRole('link', { name: 'Next Story number 38' }).waitFor()
  await page.keyboard.press('n')
  await heading(page, 'Story number 38').waitFor()
  await page.getByRole('link', { name: 'Previous Story number 39' }).waitFor()
  await page.keyboard.press('p')
  await heading(page, 'Story number 39').waitFor()
  await page.keyboard.press('u')
  await card(page, 'Story number 39').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect.poll(focused).toBe('Saved stories')
  await card(page, 'Story number 39').waitFor()
  await page.keyboard.press('j')
  await expect.poll(focused).toBe('Story number 39')
  await page.keyboard.press('Enter')
  await heading(page, 'Story number 39').waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await heading(page, 'Latest stories').waitFor()
})

test('the help dialog lists the shortcuts, and switches them off for good', async () => {
  const page = await openFront()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.getByText('Mark as read or unread').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  expect(await page.getByRole('searchbox', { name: 'Search stories' }).evaluate((box) => box === document.activeElement)).toBe(false)
  expect(await dialog.count()).toBe(0)
  await page.goto(`${site.url}saved/`)
  // Without a pointer that moves first: the click itself loads the shortcuts.
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).evaluate((button: HTMLElement) => button.click())
  await dialog.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).check()
})

test('a library that is exported on one device is merged into another, and can be deleted', async () => {
  const page = await openFront()
  await card(page, 'Story number 40').getByRole('button', { name: 'Save' }).click()
  await page.goto(`${site.url}saved/`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as a file' }).click()
  const path = join(tmpdir(), `library-${crypto.randomUUID()}.json`)
  await (await download).saveAs(path)
  const other = await openFront()
  await card(other, 'Story number 39').getByRole('button', { name: 'Save' }).click()
  await other.goto(`${site.url}saved/`)
  await other.getByLabel('Import a file').setInputFiles(path)
  await other.getByText('The file is merged into your library.').waitFor()
  await card(other, 'Story number 40').waitFor()
  await card(other, 'Story number 39').waitFor()
  expect(await axeFindings(other)).toEqual([])
  other.on('dialog', (question) => void question.accept())
  await other.getByRole('button', { name: 'Forget everything' }).click()
  await other.getByText('Everything is deleted.').waitFor()
  await other.getByText('Nothing is saved yet').waitFor()
  await other.reload()
  await other.getByText('Nothing is saved yet').waitFor()
})

test('nothing of the library is in an address that others get', async () => {
  const page = await openFront()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await card(page, 'Story number 40').getByRole('button', { name: 'Mark as read' }).click()
  await card(page, 'Story number 40').getByText('Read', { exact: true }).waitFor()
  expect(requests).toEqual([])
  expect(page.url()).toBe(site.url)
})
