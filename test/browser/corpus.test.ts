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

for (const width of [390, 1440]) {
  test(`every card and every story of a corpus fits at ${width} px`, async () => {
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

    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(await tooWide()).toBe(false)
    const wide: string[] = []
    for (const { href } of [...cards.values()].filter((_, at) => at % 12 === 0)) {
      await page.goto(new URL(href, site.url).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('Share', { exact: true }).waitFor()
      if (await tooWide()) wide.push(href)
    }
    expect(wide).toEqual([])
  })
}
