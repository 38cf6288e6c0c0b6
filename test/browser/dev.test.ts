import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newPage, untilIdle } from '../support/page.ts'
import { manySeeds, seedText } from '../support/seed-text.ts'
import { withSeeds } from '../support/temp-folder.ts'

/** `npm run dev` on these seeds: their folder, and where the page is. */
async function startDev(seeds: Record<string, string>): Promise<{ folder: string; url: string }> {
  const folder = withSeeds(seeds)
  vi.stubEnv('NEWSFOLD_SEEDS', folder)
  vi.stubEnv('PORT', undefined)
  const server = await createServer({ logLevel: 'silent', server: { host: '127.0.0.1', port: 0 } })
  onTestFinished(() => {
    vi.unstubAllEnvs()
    return server.close()
  })
  await server.listen()
  return { folder, url: server.resolvedUrls?.local[0] ?? '' }
}

const fresh = (title: string, topics: string[]) =>
  seedText({ title, publishedDateTime: '2021-01-01', webUrl: `https://e.example/${title.length}`, topics })

test('adding, saving or removing a seed updates the open page in place, without a reload', async () => {
  const { folder, url } = await startDev(manySeeds(60))
  const page = await newPage()
  await page.goto(`${url}topic/ai/?type=article`)
  // What arrives late above the cards would move them.
  await untilIdle(page)
  await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }))
  await page.mouse.wheel(0, 600)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(600)

  writeFileSync(join(folder, 'added.md'), fresh('An added story', ['AI']))
  await page.getByRole('article', { name: 'An added story' }).waitFor()
  writeFileSync(join(folder, 'added.md'), fresh('A saved story!', ['AI']))
  await page.getByRole('article', { name: 'A saved story!' }).waitFor()
  rmSync(join(folder, 'added.md'))
  await page.getByRole('article', { name: 'A saved story!' }).waitFor({ state: 'detached' })

  // The page is where it was once the removed card has left its place.
  await expect.poll(() => page.evaluate(() => [scrollY, 'isSameDocument' in globalThis, location.search])).toEqual([600, true, '?type=article'])
})

test('an error in a seed is shown over the page with its line, the other stories stay, and fixing it removes the message', async () => {
  const { folder, url } = await startDev(manySeeds(3))
  const page = await newPage()
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  writeFileSync(join(folder, 'broken.md'), '---\ntitle: "Broken"\npublishedDateTime: "2020-02-31"\n---\n')
  const overlay = page.locator('vite-error-overlay')
  await overlay.getByText(/publishedDateTime "2020-02-31" is not a date: February 2020 has 29 days/).first().waitFor()
  expect(await overlay.getByText(/broken\.md:3:/).first().isVisible()).toBe(true)
  expect(await page.getByRole('article').count()).toBe(3)
  writeFileSync(join(folder, 'broken.md'), fresh('Mended', ['AI']))
  await page.getByRole('article', { name: 'Mended' }).waitFor()
  expect(await overlay.count()).toBe(0)
})
