import { expect, test } from 'vitest'
import { axeFindings, newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { serveSeeds } from '../support/site.ts'

test('a story that was left half-way is offered again, opens where it was left, and is forgotten once it is read', async () => {
  const paragraphs = Array.from({ length: 120 }, (_, at) => `Paragraph ${at} of a story that is too long for one sitting.`)
  const long = seedText({ title: 'A long read', webUrl: 'https://e.example/long', publishedDateTime: '2026-09-06T08:00:00Z' }, paragraphs.join('\n\n'))
  const site = await serveSeeds({ ...manySeeds(20), 'long.md': long })
  const page = await newPage()
  await page.goto(site.url)
  await untilIdle(page)
  await page.mouse.move(10, 10)
  await page.getByRole('link', { name: 'A long read' }).click()
  const middle = page.getByText('Paragraph 60 of')
  await middle.evaluate((paragraph) => paragraph.scrollIntoView({ block: 'start' }))
  await page.keyboard.press('u')
  const offer = page.getByRole('link', { name: 'Continue: A long read' })
  await offer.waitFor()
  expect(await axeFindings(page)).toEqual([])

  const other = await page.context().newPage()
  await page.close()
  await other.goto(site.url)
  await other.getByRole('link', { name: 'Continue: A long read' }).click()
  await other.getByText('Continued where you left it.').waitFor({ state: 'attached' })
  await expect.poll(() => other.getByText('Paragraph 60 of').evaluate((paragraph) => Math.abs(paragraph.getBoundingClientRect().top))).toBeLessThan(60)
  await other.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(2000)
  await other.keyboard.press('u')
  await other.getByRole('heading', { level: 1, name: 'Latest stories' }).waitFor()
  await other.getByRole('link', { name: 'Continue: A long read' }).waitFor({ state: 'detached' })
})
