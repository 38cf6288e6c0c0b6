import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { FAULTS, type Fault } from '../support/faults.ts'
import { newPage, scrollDownTo, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

const SEEDS = { ...manySeeds(60), 'words.md': seedText({ title: 'Zebra crossing opens', publishedDateTime: '2019-05-01', webUrl: 'https://z.example/', topics: ['Rare', 'AI'] }) }

const COULD_NOT_LOAD = /^(?:This could not be loaded\.|Something went wrong on this page\.)$/

/** A file, how a user comes to need it, and how they see that it is there. */
interface Row {
  readonly name: string
  readonly path: RegExp
  /** The page that is open before; what it shows must stay readable. */
  readonly from: string
  readonly need: (page: Page) => Promise<unknown>
  readonly arrived: (page: Page) => Promise<unknown>
  /** With 404 the view says that there is no such thing. */
  readonly saysGone?: boolean
}

const type = (words: string) => async (page: Page) => {
  await page.getByRole('searchbox').fill(words)
}
const follow = (name: string | RegExp) => (page: Page) => page.getByRole('link', { name }).first().click()
const seesLink = (name: string) => (page: Page) => page.getByRole('link', { name }).first().waitFor()

/** Each part of a feed that failed is tried again by itself. */
async function retryAll(page: Page): Promise<void> {
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  for (let failed = await again.count(); failed > 0; failed = await again.count()) {
    await again.first().click()
    await expect.poll(() => again.count()).toBeLessThan(failed)
  }
}

/** Data, which is tried again on the page. */
const DATA: readonly Row[] = [
  { name: 'the catalog', path: /data\/catalog\.json/, from: 'archive/', need: follow(/front page/), arrived: seesLink('Story number 60') },
  { name: 'a page of the feed', path: /data\/feed\/[1-3]\.json/, from: '', need: (page) => scrollDownTo(page, page.getByRole('alert')), arrived: retryAll },
  { name: 'a story', path: /data\/story\//, from: '', need: follow('Story number 60'), arrived: seesLink('Read the original at example.com'), saysGone: true },
  { name: 'a topic', path: /data\/topic\//, from: 'story/', need: follow('AI'), arrived: seesLink('Story number 60'), saysGone: true },
  { name: 'the months', path: /months\.json/, from: 'story/', need: follow('All months and topics'), arrived: (page) => page.getByRole('link', { name: /May 2019/ }).waitFor() },
  { name: 'the search directory', path: /find\/directory\//, from: '', need: type('zebra'), arrived: seesLink('Zebra crossing opens') },
  { name: 'the terms', path: /find\/terms\//, from: '', need: type('zebra'), arrived: seesLink('Zebra crossing opens') },
  { name: 'the word positions', path: /find\/places\//, from: '', need: type('"zebra crossing"'), arrived: seesLink('Zebra crossing opens') },
]

/** Code that a view needs: without it, the page that the build wrote is still read. */
const CODE: readonly Pick<Row, 'name' | 'path'>[] = [
  { name: 'the script of a view', path: /assets\/story-.*\.js/ },
  { name: 'the style sheet of a view', path: /assets\/story-.*\.css/ },
  { name: 'the checks of data', path: /assets\/guards-.*\.js/ },
  { name: 'the service worker', path: /service-worker\.js/ },
]

/** What a search can do without. */
const OPTIONAL: readonly Pick<Row, 'name' | 'path'>[] = [
  { name: 'the columns', path: /find\/columns\// },
  { name: 'the spelling', path: /find\/spelling\// },
  { name: 'the months of the filter', path: /months\.json/ },
]

const WITHOUT_ANSWER: readonly Fault[] = ['hanging', 'slow']
const FAILING = FAULTS.filter((fault) => !WITHOUT_ANSWER.includes(fault))

/** For code, other faults are the same as one of these; what is optional fails in the same place for all. */
const CODE_FAULTS: readonly Fault[] = ['404', 'truncated', 'HTML', 'hanging']
const OPTIONAL_FAULTS: readonly Fault[] = ['500', 'wrong shape', 'hanging']

let sites: Map<string, Site>
let story = ''

beforeAll(async () => {
  sites = new Map(await Promise.all([...DATA, ...CODE, ...OPTIONAL].map(async ({ name }) => [name, await serveSeeds(SEEDS)] as const)))
  const [first] = sites.values()
  story = /story\/[^/"]+\//.exec(await (await fetch(first?.url ?? '')).text())?.[0] ?? ''
})

function siteOf({ name }: Pick<Row, 'name'>): Site {
  const site = sites.get(name)
  if (site === undefined) throw new Error(`Nothing is served for ${name}.`)
  return site
}

/** A page that may report in its console what the fault does. */
async function openAt(site: Site, from: string, serviceWorkers: 'allow' | 'block' = 'block'): Promise<Page> {
  const page = await newPage({ serviceWorkers }, () => true)
  await page.goto(site.url + from.replace('story/', story))
  await untilIdle(page)
  return page
}

/** Runs rows side by side, so that waits for retries overlap. Returns the rows that failed, with the reason. */
async function failedRows<T extends Pick<Row, 'name'>>(rows: readonly T[], pages: readonly Page[], run: (row: T, page: Page) => Promise<void>): Promise<string[]> {
  const results = await Promise.allSettled(rows.map((row, at) => run(row, pages[at] as Page)))
  return results.flatMap((result, at) => (result.status === 'fulfilled' ? [] : `${rows[at]?.name ?? ''}: ${String(result.reason)}`))
}

test('while a file is not to be had, the page says so in each of its faults, and goes on when they end', async () => {
  const pages: Page[] = []
  for (const row of DATA) pages.push(await openAt(siteOf(row), row.from))
  const failed = await failedRows(DATA, pages, async (row, page) => {
    const site = siteOf(row)
    let loads = 0
    page.on('domcontentloaded', () => loads++)
    const failure = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: COULD_NOT_LOAD }) })
    const alert = failure.and(page.locator(':not([data-seen])')).first()
    // The alert goes while the file is requested again: the next one must not be taken for it.
    const tryAgain = async () => {
      await alert.waitFor()
      await failure.evaluateAll((alerts) => {
        for (const element of alerts) element.setAttribute('data-seen', '')
        const buttons = [...(alerts[0]?.querySelectorAll('button') ?? [])]
        buttons.find(({ textContent }) => textContent === 'Try again')?.click()
      })
    }
    const faults = FAILING.filter((fault) => fault !== '404' || row.saysGone !== true)
    for (const fault of faults) {
      site.fail(row.path, fault)
      if (fault === faults[0]) await row.need(page)
      else await tryAgain()
      await alert.waitFor().catch((error: unknown) => Promise.reject(new Error(`${fault}: ${String(error)}`)))
      await page.locator('main h1').first().waitFor()
    }
    // Without an answer, something is to be read; then the answer comes.
    site.fail(row.path, 'hanging')
    await tryAgain()
    await page.locator('main :is(h1, [data-loading])').first().waitFor({ state: 'attached' })
    site.fail(row.path, 'slow')
    site.release()
    // At once, as it may disappear with the answer.
    await failure.getByRole('button', { name: 'Try again' }).evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()))
    await row.arrived(page)
    if (loads > 1) throw new Error(`loaded ${loads} times`)
  })
  expect(failed).toEqual([])
})

test('without the code of a view, its page from the build is read, after at most one reload', async () => {
  const pages: Page[] = []
  for (const row of CODE) pages.push(await openAt(siteOf(row), '', row.name === 'the service worker' ? 'allow' : 'block'))
  const failed = await failedRows(CODE, pages, async (row, page) => {
    const site = siteOf(row)
    for (const fault of CODE_FAULTS) {
      site.fail(row.path, null)
      await page.goto(site.url)
      await page.evaluate(() => sessionStorage.clear())
      await untilIdle(page)
      let loads = 0
      const count = () => {
        loads++
      }
      page.on('domcontentloaded', count)
      site.fail(row.path, fault)
      await page.getByRole('link', { name: 'Story number 60' }).first().click()
      if (fault === 'hanging') {
        await page.locator('main :is(h1, [data-loading])').first().waitFor({ state: 'attached' })
        site.fail(row.path, null)
        site.release()
      }
      await page.getByRole('heading', { level: 1, name: 'Story number 60' }).waitFor().catch((error: unknown) => Promise.reject(new Error(`${fault}: ${String(error)}`)))
      page.off('domcontentloaded', count)
      if (loads > 1) throw new Error(`${fault}: loaded ${loads} times`)
    }
    site.fail(row.path, null)
  })
  expect(failed).toEqual([])
})

test('a search finds stories without the files that only refine it', async () => {
  const pages: Page[] = []
  for (const row of OPTIONAL) pages.push(await openAt(siteOf(row), 'archive/'))
  const failed = await failedRows(OPTIONAL, pages, async (row, page) => {
    const site = siteOf(row)
    for (const fault of OPTIONAL_FAULTS) {
      site.fail(row.path, fault)
      await page.goto(`${site.url}?q=zebra`)
      await page.getByRole('link', { name: 'Zebra crossing opens' }).first().waitFor().catch((error: unknown) => Promise.reject(new Error(`${fault}: ${String(error)}`)))
      site.release()
    }
  })
  expect(failed).toEqual([])
})
