import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, createServer } from 'vite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Catalog } from '../../../src/shared/contract/bundle.ts'
import { newsfold } from '../../../src/node/plugin.ts'
import { seedText } from '../../support/seed-text.ts'
import { withSite } from '../../support/build-site.ts'

const seed = (title: string, fields: Record<string, unknown> = {}) =>
  seedText({ title, publishedDateTime: '2020-05-20T08:07:00Z', webUrl: `https://example.com/${title}`, ...fields })

/** A running dev server on a site, and all it sends to open pages. */
async function editing(site: string, base = '/') {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const customLogger = { ...createLogger(), info: say, warn: say, error: say, warnOnce: say }
  const server = await createServer({
    root: site,
    base,
    configFile: false,
    customLogger,
    plugins: [newsfold()],
    server: { port: 0, strictPort: false, host: '127.0.0.1' },
  })
  onTestFinished(() => server.close())
  const sent: unknown[] = []
  vi.spyOn(server.ws, 'send').mockImplementation((...message: unknown[]) => void sent.push(message.length === 1 ? message[0] : message))
  await server.listen()
  const address = server.resolvedUrls?.local[0] ?? ''
  const get = (file: string) => fetch(new URL(file, address))
  const catalog = async () => (await (await get('data/catalog.json')).json()) as Catalog
  await catalog()
  return { server, said, sent, get, catalog, write: (name: string, text: string) => writeFileSync(join(site, 'seeds', name), text) }
}

const notification = (broken: number) => ['newsfold:bundle', { version: expect.any(String) as string, broken }]
const soon = { timeout: 120_000, interval: 20 }

describe('while editing', () => {
  it('serves the bundle from memory, and 404 for a file that it does not contain', async () => {
    const { get, catalog } = await editing(withSite({ 'a.md': seed('a') }), '/news/')
    expect((await catalog()).stories).toBe(1)
    const [page, missing] = [await get('data/feed/1.json'), await get('data/feed/2.json')]
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([200, 'application/json', 'no-cache'])
    expect(missing.status).toBe(404)
  })

  it('notifies the page of a saved, an added and a removed seed', async () => {
    const site = withSite({ 'a.md': seed('a') })
    const { catalog, sent, write } = await editing(site)
    write('b.md', seed('b'))
    await vi.waitFor(() => expect(sent).toEqual([notification(0)]), soon)
    expect((await catalog()).stories).toBe(2)
    write('b.md', seed('b', { topics: ['Chips'] }))
    await vi.waitFor(() => expect(sent).toHaveLength(2), soon)
    expect((await catalog()).topicCount).toBe(1)
    rmSync(join(site, 'seeds/a.md'))
    await vi.waitFor(() => expect(sent).toHaveLength(3), soon)
    expect((await catalog()).stories).toBe(1)
  })

  it('shows where a seed is invalid and how to correct it but no secret, still serves the others, and notices the correction', async () => {
    const { catalog, sent, said, write } = await editing(withSite({ 'a.md': seed('a') }))
    write('b.md', `---\nsecured: "TOP-SECRET"\ntitle: b\npublishedDateTime: 2020-02-31\n---\n`)
    await vi.waitFor(() => expect(sent).toHaveLength(2), soon)
    expect(sent[0]).toEqual(notification(1))
    expect(sent[1]).toMatchObject({
      type: 'error',
      err: { plugin: 'newsfold', stack: '', loc: { file: 'seeds/b.md', line: 4 }, message: expect.stringContaining('2020-02-31') as string },
    })
    expect(JSON.stringify(sent)).toContain('title: b')
    expect(JSON.stringify([sent, said])).not.toContain('TOP-SECRET')
    expect((await catalog()).stories).toBe(1)
    expect(said.filter((line) => line.includes('seeds/b.md:4'))).toHaveLength(1)
    write('b.md', seed('b'))
    await vi.waitFor(() => expect(sent).toHaveLength(3), soon)
    expect(sent[2]).toEqual(notification(0))
  })

  it('does not notify the page when a file is saved without changes', async () => {
    const site = withSite({ 'a.md': seed('a') })
    const { server, sent, write } = await editing(site)
    const isSeen = once(server.watcher, 'change')
    write('a.md', readFileSync(join(site, 'seeds/a.md'), 'utf8'))
    await isSeen
    // Gives the build time to start, so that the next change gets one of its own.
    await new Promise((resolve) => setTimeout(resolve, 200))
    write('b.md', seed('b'))
    await vi.waitFor(() => expect(sent).not.toEqual([]), soon)
    expect(sent).toEqual([notification(0)])
  })
})
