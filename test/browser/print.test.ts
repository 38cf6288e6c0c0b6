import { expect, test } from 'vitest'
import { newPage, untilCardsShown } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds } from '../support/site.ts'

test('a feed that was scrolled through is printed without controls and without blank pages', async () => {
  const { url } = await serveSeeds(manySeeds(200, { excerpt: 'A few words on what happened.' }))
  const page = await newPage()
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  await page.keyboard.press('End')
  await untilCardsShown(page)
  await page.keyboard.press('Home')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThan(12)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('searchbox').count()).toBe(0)
})
