import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { serveCorpus } from '../support/serve-corpus.ts'
import { newPage, untilCardsShown } from '../support/page.ts'
import type { Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await serveCorpus(300)
})

interface Card {
  readonly links: number
  readonly href: string
  readonly isEmpty: boolean
  readonly isTooWide: boolean
}

function shownCards(page: Page): Promise<Card[]> {
  return page.locator('[aria-posinset]').evaluateAll((articles) =>
    articles.map((article) => ({
      links: article.querySelectorAll('h2 a').length,
      href: article.querySelector('h2 a')?.getAttribute('href') ?? '',
      isEmpty: article.querySelector('h2')?.textContent.trim() === '',
      isTooWide: article.scrollWidth > article.clientWidth,
    })),
  )
}

const WIDTHS = [390, 1440]

test.each(WIDTHS)('every card of a corpus fits at %i px', async (width) => {
  const page = await newPage({ viewport: { width, height: 900 } })
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  const cards = new Map<string, Card>()
  for (let isAtEnd = false; !isAtEnd; ) {
    for (const card of await shownCards(page)) cards.set(card.href, card)
    isAtEnd = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)
    await page.evaluate(() => scrollBy(0, innerHeight))
    await untilCardsShown(page)
  }
  expect(cards.size).toBeGreaterThan(200)
  expect([...cards.values()].filter(({ links, isEmpty, isTooWide }) => links !== 1 || isEmpty || isTooWide)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
})

test('one in twenty stories of a corpus fits on a phone and on a desktop', async () => {
  const page = await newPage()
  const wide: string[] = []
  const slugs = readdirSync(join(site.folder, 'story')).sort().filter((_, at) => at % 20 === 0)
  expect(slugs.length).toBeGreaterThan(10)
  for (const slug of slugs) {
    await page.goto(`${site.url}story/${slug}/`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Share', { exact: true }).waitFor()
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      if (await isTooWide(page)) wide.push(`${slug} at ${width} px`)
    }
  }
  expect(wide).toEqual([])
})

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}
