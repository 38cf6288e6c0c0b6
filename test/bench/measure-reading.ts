import type { Page } from 'playwright-core'
import { startChromium } from '../support/chromium.ts'
import { serveGzip } from './serve-gzip.ts'
import { fastLink, slowLink } from './slow-link.ts'

export interface MeasuredReading {
  /** Bytes over the wire, and files, until the page has loaded; images aside. */
  readonly firstBytes: number
  readonly firstRequests: number
  /** Milliseconds; null where the page has no such thing. */
  readonly firstCard: number
  readonly firstResult: number | null
  readonly firstResultBytes: number
  readonly nextResult: number | null
  readonly chooseTopic: number | null
  /** Elements and texts in the document once the whole feed was scrolled through. */
  readonly nodes: number
}

/** A slow phone: 1.6 Mbit/s, 150 ms away, and a quarter of this machine's speed; Chromium slows pages, not workers. */
const SLOW = { latency: 150, bytesPerSecond: 200_000 }
const SLOWDOWN = 4
/** Milliseconds after which something counts as not there. */
const PATIENCE = 60_000

/** Reads a built site in a real browser as on a slow phone. `words` are two that stories hold. */
export async function measureReading(folder: string, words: readonly [string, string]): Promise<MeasuredReading> {
  const { url, traffic, server } = await serveGzip(folder, slowLink(SLOW))
  const fast = await serveGzip(folder, fastLink)
  const browser = await startChromium()
  const open = async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    await context.route((address) => !address.href.startsWith(url), (route) => route.abort())
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    Object.assign(traffic, { bytes: 0, requests: 0 })
    return { page, close: () => context.close() }
  }
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    return work().then(() => performance.now() - start, () => null)
  }
  try {
    const front = await open()
    const firstCard = (await timed(async () => {
      await front.page.goto(url, { waitUntil: 'commit' })
      await firstArticle(front.page)
    })) ?? Number.NaN
    await front.page.waitForLoadState('load')
    const first = { ...traffic }
    await front.page.waitForLoadState('networkidle')
    const chooseTopic = await timed(async () => {
      const link = front.page.getByRole('navigation', { name: 'Topics' }).getByRole('link').nth(2)
      const name = (await link.textContent()) ?? ''
      await link.click()
      await front.page.getByRole('heading', { level: 1, name }).waitFor()
      await firstArticle(front.page)
    })
    await front.close()

    const search = await open()
    const firstResult = await timed(async () => {
      await search.page.goto(`${url}/?q=${words[0]}`)
      await search.page.locator('article mark').first().waitFor({ timeout: PATIENCE })
    })
    const firstResultBytes = traffic.bytes
    const nextResult = await timed(async () => {
      await search.page.getByRole('searchbox').fill(words[1])
      await search.page.locator('article mark', { hasText: new RegExp(words[1].slice(0, 4), 'i') }).first().waitFor({ timeout: PATIENCE })
    })
    await search.close()

    const scroll = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await scroll.goto(fast.url)
    const nodes = await scrollThrough(scroll)
    return { firstBytes: first.bytes, firstRequests: first.requests, firstCard, firstResult, firstResultBytes, nextResult, chooseTopic, nodes }
  } finally {
    await browser.close()
    server.close()
    fast.server.close()
  }
}

function firstArticle(page: Page): Promise<void> {
  return page.getByRole('article').first().waitFor({ timeout: PATIENCE })
}

/** Scrolls down in 200 steps, then to the end; the most nodes that were in the document at one time. */
async function scrollThrough(page: Page): Promise<number> {
  await firstArticle(page)
  let most = 0
  for (let step = 1; step <= 200; step++) {
    await page.evaluate((share) => { scrollTo(0, document.documentElement.scrollHeight * share) }, step / 200)
    await page.waitForTimeout(30)
    most = Math.max(most, await page.evaluate(() => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      let count = 0
      while (walker.nextNode() !== null) count++
      return count
    }))
  }
  return most
}
