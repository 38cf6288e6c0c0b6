import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Locator, Page, Request } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { startChromium } from './chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HERE = 'http://127.0.0.1:'

/** One for all files of this worker. */
let chromium: Promise<Browser> | null = null

/** Requests of each page that have not ended. */
const pendingRequests = new WeakMap<Page, Set<Request>>()

/**
 * A new tab of Chromium, in a context of its own. An error or a warning in the console fails the test, except for images
 * of other hosts, for the page itself, which a plain host may answer with `404.html`, and for the file of a
 * missing topic, and for what `isExpected` says. There is no service worker unless `serviceWorkers` is `allow`.
 */
export async function newPage(options: BrowserContextOptions = {}, isExpected: (message: string) => boolean = () => false): Promise<Page> {
  const browser = await (chromium ??= startChromium())
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  if (options.serviceWorkers !== 'allow') await context.addInitScript('delete Navigator.prototype.serviceWorker')
  // Against waits that never end; far beyond what a slow machine needs.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const pending = new Set<Request>()
  pendingRequests.set(page, pending)
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  const messages: string[] = []
  page.on('pageerror', ({ message }) => {
    if (!isExpected(message)) messages.push(message)
  })
  page.on('console', (message) => {
    const { url } = message.location()
    const mayFail = !url.startsWith(HERE) || url === page.url() || url.includes('/data/topic/')
    const isMissing = message.text().startsWith('Failed to load resource') && mayFail
    if (['error', 'warning'].includes(message.type()) && !isMissing && !isExpected(message.text())) messages.push(`${message.text()} (${url})`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(messages).toEqual([])
  })
  return page
}

/** Waits until React has taken over the page's heading, every request has ended and the page has been painted since. */
export async function untilIdle(page: Page): Promise<void> {
  const pending = pendingRequests.get(page) ?? new Set()
  // React leaves a property of this name on each element that it renders or hydrates.
  await page.waitForFunction(() => Object.keys(document.querySelector('main h1') ?? {}).some((name) => name.startsWith('__reactFiber')))
  await page.waitForLoadState('load')
  await nextPaint(page)
  do {
    await expect.poll(() => pending.size).toBe(0)
    await nextPaint(page)
  } while (pending.size > 0)
}

/** Waits until the page has been painted, observers of its elements have been called, and it has nothing more to do. */
function nextPaint(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve()))))
}

/** Waits until cards fill the part of the feed that the window shows. */
export async function untilCardsShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const feed = document.querySelector('[role=feed]')
    const { top = 0, bottom = 0 } = feed?.getBoundingClientRect() ?? {}
    const isShown = ({ top, bottom }: DOMRect) => top < innerHeight && bottom > 0
    const cards = [...document.querySelectorAll('[aria-posinset]')].map((card) => card.getBoundingClientRect())
    const isFeedShown = top < innerHeight && bottom > 0
    return !isFeedShown || (feed?.getAttribute('aria-busy') === 'false' && cards.some(isShown))
  })
  await nextPaint(page)
}

/** Scrolls down, less than a window at a time, until the feed renders an element. */
export async function scrollDownTo(page: Page, element: Locator): Promise<void> {
  while ((await element.count()) === 0) {
    await page.evaluate(() => scrollBy(0, innerHeight * 0.7))
    await untilCardsShown(page)
  }
}

/** The rules of axe that depend on colours. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe finds wrong with the page by these rules: by default those of WCAG 2.2 AA and best practice, size of targets included. */
export async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  // Through the debugger: the page's policy allows no script from elsewhere.
  await page.evaluate(axeSource)
  return page.evaluate(async (values) => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(values ? { runOnly: { type: 'rule', values } } : { rules: { 'target-size': { enabled: true } } }) })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  }, rules)
}
