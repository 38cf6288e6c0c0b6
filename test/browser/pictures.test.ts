import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { newPage, untilIdle } from '../support/page.ts'
import { seedText } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  const seeds = Array.from({ length: 12 }, (_, index) => [
    `${index}.md`,
    seedText({
      title: `Story ${index}`,
      publishedDateTime: `2020-05-${10 + index}`,
      webUrl: `https://p${index}.example/story`,
      topics: ['AI'],
      images: [{ url: `https://dead.invalid/${index}.jpg`, ...(index % 2 ? { width: 300, height: 900 } : {}) }],
    }, '\nText.\n\n![A chart](https://dead.invalid/chart.png)\n\nMore.\n'),
  ])
  site = await serveSeeds(Object.fromEntries(seeds) as Record<string, string>)
})

for (const width of [390, 1440]) {
  test(`images that fail to load shift nothing and leave no broken icon at ${width} px`, async () => {
    const page = await newPage({ viewport: { width, height: 900 } })
    await page.addInitScript(() => {
      const shifts: unknown[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(entry)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(site.url)
    await page.getByRole('article').first().waitFor()
    await page.mouse.wheel(0, 100)
    await page.getByRole('link', { name: 'Story 0', exact: true }).waitFor()
    await page.mouse.wheel(0, 3000)
    await expect.poll(() => page.locator('article img:visible').count()).toBe(0)
    await page.evaluate(() => scrollTo(0, 0))
    // Its story is fetched before it is opened: what a view that still loads shifts is not of its images.
    await page.getByRole('link', { name: 'Story 11', exact: true }).hover()
    await untilIdle(page)
    await page.getByRole('link', { name: 'Story 11', exact: true }).click()
    await page.getByText('More.').waitFor()
    await untilIdle(page)
    const broken = await page.locator('img').evaluateAll((images) =>
      images.filter((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth === 0).length,
    )
    expect(broken).toBe(0)
    // Reported with what has moved, from where to where.
    const shifts = await page.evaluate(() => {
      type Shift = PerformanceEntry & { hadRecentInput: boolean; sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[] }
      const { shifts } = globalThis as unknown as { shifts: Shift[] }
      return shifts
        .filter((shift) => !shift.hadRecentInput)
        .flatMap(({ sources }) => sources.map(({ node, previousRect, currentRect }) => `${node?.textContent?.slice(0, 60) ?? '?'}: ${previousRect.top} to ${currentRect.top}`))
    })
    expect(shifts).toEqual([])
  })
}

test('a picture beside its seed is shown in the size that fits, as AVIF, over its average colour, and large when it is pressed', async () => {
  const red = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: { r: 200, g: 20, b: 60 } } }).jpeg().toBuffer()
  const seed = seedText({ title: 'Red', publishedDateTime: '2020-05-20', topics: ['AI'], images: ['red.jpg'] }, '\nText.\n\n![A chart](red.jpg)\n')
  const { url } = await serveSeeds({ 'red.md': seed, 'red.jpg': red }, '/', { env: { NEWSFOLD_IMAGES: 'keep' } })
  const page = await newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(url)
  const picture = page.locator('article img').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.currentSrc)).toMatch(/-640\.avif$/)
  expect(await picture.evaluate((image) => getComputedStyle(image).backgroundColor)).toMatch(/^rgb\((199|200|201), (19|20|21), (59|60|61)\)$/)
  await page.getByRole('link', { name: 'Red', exact: true }).click()
  await page.getByText('Text.').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /A chart/ }).evaluate((image: HTMLImageElement) => image.currentSrc)).toMatch(/-640\.avif$/)
  await page.getByRole('button', { name: 'Show the picture large', exact: true }).click()
  await expect.poll(() => page.getByRole('dialog').locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2000)
})
