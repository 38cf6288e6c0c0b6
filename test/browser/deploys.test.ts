import { beforeAll, expect, test } from 'vitest'
import { newPage } from '../support/page.ts'
import { manySeeds } from '../support/seed-text.ts'
import { serveSeeds, type Site } from '../support/site.ts'

let site: Site

beforeAll(async () => {
  site = await serveSeeds(manySeeds(3))
})

test('a tab whose code a deploy has replaced loads the new code by itself', async () => {
  const page = await newPage()
  await page.goto(site.url)
  await page.getByRole('article').first().waitFor()
  let isFresh = false
  page.on('request', (request) => {
    if (request.isNavigationRequest()) isFresh = true
  })
  // What a deploy has replaced does not run; the fresh page finds its own.
  await page.route(/assets\/story-.*\.js/, (route) =>
    isFresh ? route.continue() : route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("replaced")' }),
  )
  await page.getByRole('link', { name: 'Story number 3' }).click()
  await page.getByRole('heading', { level: 1, name: 'Story number 3' }).waitFor()
  expect(isFresh).toBe(true)
})
