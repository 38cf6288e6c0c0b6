import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HERE = 'http://127.0.0.1:'

/**
 * A new tab of the shared Chromium. Anything the page complains of fails the test, but for pictures
 * that are dead, for a deep link itself, which a plain host answers with 404 and the reader, and for
 * the file of a topic that is gone, which is how the reader learns of it. No service worker stands
 * between the page and the server unless `serviceWorkers` is `allow`.
 */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await chromium.connect(inject('chromium'))
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  if (options.serviceWorkers !== 'allow') await context.addInitScript('delete Navigator.prototype.serviceWorker')
  // No test depends on strangers: all their pictures are dead.
  await context.route((url) => !url.href.startsWith(HERE), (route) => route.abort())
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const { url } = message.location()
    const isDead = !url.startsWith(HERE) || url === page.url() || url.includes('/data/topic/')
    const isExpected = message.text().startsWith('Failed to load resource') && isDead
    if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(`${message.text()} (${url})`)
  })
  onTestFinished(async () => {
    await browser.close()
    expect(complaints).toEqual([])
  })
  return page
}

/** What axe finds wrong with the page, by WCAG 2.2 AA and best practice, size of targets included. */
export async function axeFindings(page: Page): Promise<string[]> {
  // By the tester's own channel: the page's policy lets no foreign script in.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe
    const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
  })
}
