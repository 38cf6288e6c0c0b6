import type { CDPSession, Page } from 'playwright-core'
import { startChromium } from '../support/chromium.ts'
import { serveGzip } from './serve-gzip.ts'
import { fastLink } from './slow-link.ts'

/** Milliseconds of the main thread that a library of many marks takes beyond one of a single mark, until a first card can be read. */
export interface MeasuredLibrary {
  /** On the front page, whose cards are in its HTML. */
  readonly front: number
  /** In a feed of unread stories, whose cards wait for the library. */
  readonly unread: number
}

const ROUNDS = 12
const SLOWDOWN = 4
const DEVICE = 'device'

/** Opens a built site in Chromium at a quarter of this machine's speed, with many read marks and with one. Other processes only add time, so the best round counts. */
export async function measureLibrary(folder: string, marks: number): Promise<MeasuredLibrary> {
  const { url, server } = await serveGzip(folder, fastLink)
  const browser = await startChromium()
  const measure = async (count: number): Promise<MeasuredLibrary> => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.route((address) => !address.href.startsWith(url), (route) => route.abort())
    await page.goto(url)
    await page.evaluate(storeLibrary, { count, device: DEVICE })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    const best = { front: Infinity, unread: Infinity }
    for (let round = 0; round < ROUNDS; round++) {
      best.front = Math.min(best.front, await timeUntilCard(page, session, url))
      best.unread = Math.min(best.unread, await timeUntilCard(page, session, `${url}/?unread=${DEVICE}`))
    }
    await page.close()
    return best
  }
  try {
    const few = await measure(1)
    const many = await measure(marks)
    return { front: many.front - few.front, unread: many.unread - few.unread }
  } finally {
    await browser.close()
    server.close()
  }
}

async function timeUntilCard(page: Page, session: CDPSession, url: string): Promise<number> {
  const busy = async () => ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  await page.goto('about:blank')
  const start = await busy()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('article h2').first().waitFor()
  const time = (await busy()) - start
  await page.getByRole('button', { name: 'Mark these read' }).waitFor()
  return time
}

/** In the page: stores a library of this many read stories, spread over all ids. */
async function storeLibrary({ count, device }: { readonly count: number; readonly device: string }): Promise<void> {
  localStorage.setItem('newsfold:library', '1')
  localStorage.setItem('newsfold:device', device)
  const keys = Float64Array.from({ length: count }, (_, at) => at * 2 ** 28 + 1)
  const none = new Map()
  const value = { version: 1, read: keys, readChanges: none, saved: none, muted: none, followed: none }
  const opening = indexedDB.open('newsfold-library /')
  opening.onupgradeneeded = () => opening.result.createObjectStore('values')
  await new Promise<void>((resolve, reject) => {
    opening.onerror = reject
    opening.onsuccess = () => {
      const writing = opening.result.transaction('values', 'readwrite')
      writing.objectStore('values').put(value, 'library')
      writing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}
