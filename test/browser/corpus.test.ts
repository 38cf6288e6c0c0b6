import { beforeAll, expect, test } from 'vitest'
import { corpus } from '../support/corpus/corpus.ts'
import { newPage } from '../support/page.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await serveSeeds(Object.fromEntries([...corpus({ stories: 300 })].map(({ path, content }) => [path, content])))
})

for (const width of [390, 1440]) {
  test(`every card and every story of a corpus fits at ${width} px`, async () => {
    const page = await newPage({ viewport: { width, height: 900 } })
    await page.goto(site.url)
    const more = page.getByRole('button', { name: 'More stories' })
    await page.getByRole('article').first().waitFor()
    while ((await page.getByText('That was the last story.').count()) === 0) {
      if ((await more.count()) > 0) await more.click()
      await page.waitForTimeout(50)
    }
    const cards = await page.getByRole('article').evaluateAll((articles) =>
      articles.map((article) => ({
        links: article.querySelectorAll('h2 a').length,
        href: article.querySelector('h2 a')?.getAttribute('href') ?? '',
        isEmpty: article.querySelector('h2')?.textContent.trim() === '',
        isTooWide: article.scrollWidth > article.clientWidth,
      })),
    )
    expect(cards.length).toBeGreaterThan(200)
    expect(cards.filter(({ links, isEmpty, isTooWide }) => links !== 1 || isEmpty || isTooWide)).toEqual([])

    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(await tooWide()).toBe(false)
    const wide: string[] = []
    for (const { href } of cards.filter((_, at) => at % 12 === 0)) {
      await page.goto(new URL(href, site.url).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('Share', { exact: true }).waitFor()
      if (await tooWide()) wide.push(href)
    }
    expect(wide).toEqual([])
  })
}
