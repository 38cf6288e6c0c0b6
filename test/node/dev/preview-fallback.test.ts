import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'vite'
import { afterEach, describe, expect, it } from 'vitest'
import { newsfold } from '../../../src/node/plugin.ts'
import { seedText } from '../../support/seed-text.ts'
import { buildSite, withSite } from '../../support/build-site.ts'

const SEED = seedText({ title: 'Één', publishedDateTime: '2020-05-20T08:07:00Z', webUrl: 'https://example.com/1', topics: ['Sea'] })
const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** What the preview of a built site answers. */
async function previewOf(base: string): Promise<{ readonly get: (path: string, accept?: string) => Promise<Response>; readonly slug: string }> {
  const root = withSite({ 'a.md': SEED })
  const { dist, error } = await buildSite(root, {}, { base })
  expect(error).toBeNull()
  const server = await preview({ root, base, configFile: false, logLevel: 'silent', plugins: [newsfold()], preview: { port: 0, strictPort: false } })
  closers.push(() => server.close())
  const address = server.httpServer.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { get: (path, accept = 'text/html') => fetch(`http://localhost:${port}${base}${path}`, { redirect: 'manual', headers: { accept } }), slug: readdirSync(join(dist, 'story'))[0] ?? '' }
}

it('the preview never leads to another host', async () => {
  const { get } = await previewOf('/')
  const moved = await get('/topic/sea')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/topic/sea/'])
})

describe.each(['/', '/x/y/'])('the preview under %s', (base) => {
  it('shows each page at its address, and leads there where the last / is missing', async () => {
    const { get, slug } = await previewOf(base)
    for (const path of ['', 'topic/sea/', `story/${encodeURIComponent(slug)}/`]) expect((await get(path)).status, path).toBe(200)
    expect(await (await get('topic/sea/')).text()).toContain('<title>Sea')
    for (const path of ['', 'topic/sea/']) expect((await get(path, 'application/json')).status, path).toBe(200)
    const moved = await get(`story/${encodeURIComponent(slug)}?q=a?b`)
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${base}story/${encodeURIComponent(slug)}/?q=a?b`])
  })

  it('answers with 404 and the page for it where there is nothing', async () => {
    const { get } = await previewOf(base)
    for (const path of ['nope', 'story/nope/', 'topic/', 'rss.xml', 'data/nope.json', 'assets/nope.js', 'nope.html', '%FF', '..%2f.', '..%2findex.html']) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect(await response.text(), path).toContain('Page not found')
    }
  })
})
