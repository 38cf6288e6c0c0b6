import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { Story } from '../../../src/shared/contract/bundle.ts'
import { fetchPictures, type FetchedPicture } from '../../../src/node/pictures/fetch-pictures.ts'
import { PictureStore } from '../../../src/node/pictures/picture-store.ts'
import { buildSite, withSite } from '../../support/build-site.ts'
import { seedText } from '../../support/seed-text.ts'
import { serve } from '../../support/serve.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const picture = (width: number, red: number) => sharp({ create: { width, height: Math.round(width / 2), channels: 3, background: { r: red, g: 20, b: 60 } } })
let large: Buffer
let small: Buffer
beforeAll(async () => {
  ;[large, small] = await Promise.all([picture(2000, 200).jpeg().toBuffer(), picture(300, 90).png().toBuffer()])
})

/** A server of pictures on good and bad days, and the paths it was asked for. */
async function servePictures() {
  const asked: string[] = []
  const origin = await serve((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const redirect = (to: string) => response.writeHead(302, { location: to }).end()
    if (path === '/good.jpg') response.writeHead(200, { 'content-type': 'text/plain' }).end(large)
    else if (path === '/moved.jpg') redirect('/good.jpg')
    else if (path === '/small.png') response.end(small)
    else if (path === '/loop.jpg') redirect('/loop.jpg')
    else if (path === '/login.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<html>Please log in</html>')
    else if (path === '/vector.jpg') response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    else if (path === '/cut.jpg') response.end(large.subarray(0, 900))
    else if (path === '/dying.jpg') response.writeHead(200, { 'content-length': large.length }).write(large.subarray(0, 900), () => response.destroy())
    else if (path === '/huge.jpg') response.end(Buffer.alloc(11 * 1024 * 1024))
    else if (path !== '/hanging.jpg') response.writeHead(404).end()
  })
  return { origin, asked }
}

const KEEP = { images: 'keep', allowPrivate: true, siteUrl: 'https://fold.example/' } as const
const seedWith = (images: readonly string[], body = '', more = {}) => seedText({ title: 'A robot', publishedDateTime: '2020-01-01', images, ...more }, body)
const build = (site: string, options: Parameters<typeof buildSite>[1] = KEEP) => buildSite(site, options, { cacheDir: join(site, 'node_modules/.vite') })
const storyIn = (dist: string) => (JSON.parse(readFileSync(join(dist, 'data/story/1.json'), 'utf8')) as Story[])[0] as Story
const pageIn = (dist: string) => readFileSync(join(dist, `story/${readdirSync(join(dist, 'story'))[0] ?? ''}/index.html`), 'utf8')
const picturesIn = (dist: string) => (existsSync(join(dist, 'data/images')) ? readdirSync(join(dist, 'data/images')).sort() : [])

test('with keep, pictures become files of the site in two widths, and its pages ask nobody else', async () => {
  const { origin, asked } = await servePictures()
  const site = withSite({ 'a.md': seedWith([`${origin}/good.jpg`, `${origin}/small.png`], `![A "map" & more](${origin}/moved.jpg)\n\n![gone <b>](${origin}/no.jpg)`) })
  const { error, dist } = await build(site)
  expect(error).toBeNull()
  const [first, second] = storyIn(dist).images
  expect(first).toMatchObject({ url: expect.stringMatching(/^data\/images\/\w+-1440\.webp$/) as unknown, width: 1440, height: 720, resized: { widths: [640, 1440], colour: expect.stringMatching(/^#c[78]1[345]3[abcd]$/) as unknown } })
  expect(second).toMatchObject({ width: 300, resized: { widths: [300] } })
  const files = picturesIn(dist)
  expect(files).toHaveLength(6)
  for (const file of files) {
    const { format, width } = await sharp(join(dist, 'data/images', file)).metadata()
    expect(file).toMatch(new RegExp(`-${width}\\.${format === 'heif' ? 'avif' : 'webp'}$`))
  }
  const html = pageIn(dist)
  expect(html).not.toContain(origin.replace('http:', ''))
  expect(html).toMatch(/<picture><source type="image\/avif" srcset="\.\.\/\.\.\/data\/images\/\w+-640\.avif 640w, [^"]+" sizes="[^"]+"><img src="\.\.\/\.\.\/data\/images\/\w+-1440\.webp" srcset="[^"]+" sizes="[^"]+" alt="A &#x22;map&#x22; &#x26; more"/)
  expect(html).toContain('gone &lt;b&gt;')
  expect(html).toContain(`img-src 'self';`)
  expect(readFileSync(join(dist, '_headers'), 'utf8')).toContain(`img-src 'self';`)
  expect(/<meta property="og:image" content="([^"]*)"/.exec(html)?.[1]).toBe(`https://fold.example/${first?.url}`)
  const feed = readFileSync(join(dist, 'rss.xml'), 'utf8')
  expect(feed).not.toContain('srcset')
  expect(feed).toContain(`https://fold.example/${first?.url}`)
  expect(asked.filter((path) => path !== '/good.jpg').sort()).toEqual(['/moved.jpg', '/no.jpg', '/small.png'])

  // Later builds ask for nothing, neither for what they have nor for what failed today, also without an output folder.
  asked.length = 0
  rmSync(dist, { recursive: true })
  const again = await build(site)
  expect(again.error).toBeNull()
  expect(picturesIn(dist)).toEqual(files)
  expect(pageIn(dist)).toBe(html)
  expect(asked).toEqual([])
})

test('a picture that is gone, wrong or damaged is left out and reported where the seed names it, and the site is built', async () => {
  const { origin } = await servePictures()
  const bad = ['loop', 'login', 'vector', 'cut', 'dying'].map((name) => `${origin}/${name}.jpg`)
  const site = withSite({ 'a.md': seedWith([...bad, `${origin}/good.jpg`]) })
  const { error, dist, said } = await build(site)
  expect(error).toBeNull()
  expect(storyIn(dist).images).toMatchObject([{ width: 1440 }])
  const lines = said.filter((line) => line.includes("can't be kept"))
  const columnOf = (address = '') => String((readFileSync(join(site, 'seeds/a.md'), 'utf8').split('\n')[3] ?? '').indexOf(address) + 1)
  expect(lines.map((line) => /^seeds\/a\.md:4:(\d+) {2}The picture "[^"]*\/(\w+)\.jpg" can't be kept: (.*)\. It is left out/.exec(line)?.slice(1))).toEqual([
    [columnOf(bad[0]), 'loop', 'it is redirected more than 5 times'],
    [columnOf(bad[1]), 'login', 'it is not a JPEG, PNG, GIF, WebP or AVIF picture, whatever its name says'],
    [columnOf(bad[2]), 'vector', 'it is not a JPEG, PNG, GIF, WebP or AVIF picture, whatever its name says'],
    [columnOf(bad[3]), 'cut', 'it is damaged, or too large to be decoded'],
    [columnOf(bad[4]), 'dying', expect.any(String)],
  ])
})

test('many missing pictures of one host are one line, and a story without pictures is a text card', async () => {
  const { origin } = await servePictures()
  const { error, dist, said } = await build(withSite({ 'a.md': seedWith(Array.from({ length: 9 }, (_, index) => `${origin}/${index}.jpg`)) }))
  expect(error).toBeNull()
  expect(storyIn(dist).image).toBeNull()
  expect(said.filter((line) => line.includes("can't be kept"))).toEqual([expect.stringContaining('and 8 more of this host can\'t be kept: the server answered 404.')])
})

test('private addresses are asked only when allowPrivate says so', async () => {
  const { origin, asked } = await servePictures()
  const { error, said } = await build(withSite({ 'a.md': seedWith([`${origin}/good.jpg`]) }), { images: 'keep' })
  expect(error).toBeNull()
  expect(said.join('\n')).toContain('127.0.0.1 is a private address. Set allowPrivate if it may be read. It is left out')
  expect(asked).toEqual([])
})

test('a slow or a huge picture is given up, and a failure is asked for again after a day', async () => {
  const { origin, asked } = await servePictures()
  const store = new PictureStore(withSeeds({}))
  const fetchAt = async (now: number) => {
    const results = new Map<string, FetchedPicture>()
    const onPicture = (address: string, result: FetchedPicture) => Promise.resolve(void results.set(address.slice(origin.length), result))
    await fetchPictures(['/huge.jpg', '/hanging.jpg'].map((path) => origin + path), { store, allowPrivate: true, now, timeout: 2000, onPicture })
    return results
  }
  const first = await fetchAt(0)
  expect(Object.fromEntries(first)).toEqual({ '/huge.jpg': { problem: 'the answer is larger than 10 MiB' }, '/hanging.jpg': { problem: 'no answer within 2 seconds' } })
  expect(asked).toHaveLength(2)
  expect(Object.fromEntries(await fetchAt(3_600_000))).toMatchObject(Object.fromEntries(first))
  expect(asked).toHaveLength(2)
  await fetchAt(25 * 3_600_000)
  expect(asked).toHaveLength(4)
})

test('a host is asked for two pictures at a time, and one that never answers for a few only', async () => {
  let [open, most, unanswered] = [0, 0, 0]
  const origin = await serve(({ url = '' }, response) => {
    if (url.startsWith('/never')) {
      unanswered++
      return
    }
    most = Math.max(most, ++open)
    setImmediate(() => {
      open--
      response.writeHead(404).end()
    })
  })
  const ask = async (host: string) => {
    const problems: string[] = []
    const onPicture = (_address: string, result: FetchedPicture) => Promise.resolve(void problems.push('problem' in result ? result.problem : ''))
    await fetchPictures(Array.from({ length: 20 }, (_, at) => `${host}${at}.jpg`), { store: new PictureStore(null), allowPrivate: true, now: 0, timeout: 500, onPicture })
    return problems
  }
  expect(await ask(`${origin}/`)).toEqual(new Array(20).fill('the server answered 404'))
  expect(most).toBe(2)
  expect(await ask(`${origin}/never`)).toEqual(new Array(20).fill('no answer within 0.5 seconds'))
  expect(unanswered).toBeLessThan(8)
})

test('pictures beside the seeds get smaller copies with link, too; animations and SVG stay as they are', async () => {
  const frames = await sharp([small, await picture(300, 10).png().toBuffer()], { join: { animated: true } }).gif().toBuffer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><path d="M0 0h300v300z"/></svg>'
  const site = withSite({ 'a.md': seedWith(['large.jpg', 'moving.gif', 'drawn.svg', 'https://other.example/a.jpg'], '![](large.jpg)'), 'large.jpg': large, 'moving.gif': frames, 'drawn.svg': svg })
  const { error, dist } = await build(site, {})
  expect(error).toBeNull()
  expect(storyIn(dist).images).toMatchObject([{ url: expect.stringMatching(/^data\/images\/\w+\.jpg$/) as unknown, width: 2000, resized: { widths: [640, 1440] } }, { width: 300 }, {}, { url: 'https://other.example/a.jpg' }])
  expect(storyIn(dist).images.map(({ resized }) => resized === undefined)).toEqual([false, true, true, true])
  expect(picturesIn(dist)).toHaveLength(4 + 3)
  expect(pageIn(dist).match(/<source type="image\/avif"/g)?.length).toBeGreaterThanOrEqual(2)
  expect(pageIn(dist)).toContain(`img-src 'self' https: data:;`)
})
