import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sirv from 'sirv'
import { createBuilder } from 'vite'
import { startChromium } from './chromium.ts'
import { DEMO } from './demo-corpus.ts'
import { writeCorpus } from './corpus/write-files.ts'

/**
 * `npm run pictures [-- <folder of seeds> ...]`: screenshots of the sample, of 300 made-up stories and of each given
 * folder, at four widths, light and dark, with pictures that load and pictures that fail, into `pictures/`.
 * `npm run pictures -- --readme` takes the one in the README instead.
 */
const OUTPUT = 'pictures'
const CACHE = 'node_modules/.cache/newsfold-pictures'
const README_PICTURE = '.github/reader.png'
const WIDTHS = [390, 768, 1440, 2560]
const SCHEMES = ['light', 'dark'] as const
const DENSITIES = ['magazine', 'list', 'headlines'] as const

/** Stands for every picture of other hosts. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#b9c7d6"/><stop offset="1" stop-color="#5b6f84"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><path d="M0 520 300 330l220 130 260-220 420 300v135H0z" fill="#3f4f60"/><circle cx="930" cy="160" r="70" fill="#f3e9d2"/></svg>`

const demo = join(CACHE, 'demo')
rmSync(CACHE, { recursive: true, force: true })
writeCorpus(demo, DEMO)
const browser = await startChromium()
try {
  if (process.argv.includes('--readme')) await takeReadmePicture(browser)
  else await takeAll(browser)
} finally {
  await browser.close()
}
process.exit(0)

async function takeReadmePicture(browser: Browser): Promise<void> {
  const site = await openSite(demo)
  const page = await browser.newPage({ colorScheme: 'light', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  await page.goto(site.url)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: README_PICTURE })
  site.close()
  console.log(README_PICTURE)
}

async function takeAll(browser: Browser): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true })
  mkdirSync(OUTPUT)
  for (const seeds of ['seeds', demo, ...process.argv.slice(2)]) await takeSite(browser, seeds)
  console.log(`${readdirSync(OUTPUT).length} pictures in ${OUTPUT}/`)
}

async function takeSite(browser: Browser, seeds: string): Promise<void> {
  const name = basename(seeds)
  const site = await openSite(seeds)
  const story = `story/${readdirSync(join(site.folder, 'story'))[0] ?? ''}/`
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      for (const isAlive of [true, false]) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: width < 500 ? 844 : 900 }, serviceWorkers: 'block' })
        const page = await context.newPage()
        await page.route((url) => url.origin !== new URL(site.url).origin, (route) => (isAlive ? route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }) : route.abort()))
        const label = (view: string) => join(OUTPUT, [name, view, width, colorScheme, isAlive ? 'alive' : 'dead'].join('-') + '.png')
        await take(page, site.url, label('front'))
        await take(page, site.url + story, label('story'))
        if (isAlive) {
          await take(page, `${site.url}?q=the`, label('search'))
          for (const density of DENSITIES) {
            await page.evaluate((chosen) => localStorage.setItem('newsfold:density', chosen), density)
            await take(page, site.url, label(density))
          }
        }
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      }
    }
  }
  site.close()
}

/** Builds a folder of seeds and serves it. */
async function openSite(seeds: string): Promise<{ readonly url: string; readonly folder: string; close(): void }> {
  process.env['NEWSFOLD_SEEDS'] = seeds
  process.env['NODE_ENV'] = 'production'
  const folder = join(CACHE, 'dist', basename(seeds))
  const builder = await createBuilder({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  await builder.buildApp()
  return { ...(await serve(folder)), folder }
}

/** A screenshot of what a person sees after scrolling a little: the first 2,400 pixels. */
async function take(page: Page, url: string, path: string): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  await page.setViewportSize({ width, height: 2400 })
  await page.mouse.wheel(0, 1)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path })
  await page.setViewportSize({ width, height })
}

async function serve(folder: string): Promise<{ url: string; close: () => void }> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end(readFileSync(join(folder, '404.html')))
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() }
}
