import { renderToString } from 'react-dom/server.edge'
import { StaticRouter } from 'react-router-dom'
import { expect, test } from 'vitest'
import { App } from '../../../src/client/app.tsx'
import { primeQueries } from '../../../src/client/data/page-data.ts'
import { createQueryClient } from '../../../src/client/data/query-client.ts'
import { makeRenderer } from '../../../src/client/entry-server.tsx'
import { viewsWith } from '../../../src/client/lazy-views.ts'
import { routesTo } from '../../../src/client/routes.tsx'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import type { Story } from '../../../src/shared/contract/bundle.ts'
import { storyPath } from '../../../src/shared/contract/permalinks.ts'
import type { PageData } from '../../../src/shared/contract/render-page.ts'
import type { Site } from '../../../src/shared/contract/site.ts'
import { corpus } from '../../support/corpus/corpus.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const site: Site = { title: 'News & <i>more</i>', language: 'en', url: null }

/** The stories of a made-up corpus, some covered by many, some by one. */
async function stories(): Promise<Story[]> {
  const seeds = Object.fromEntries([...corpus({ stories: 150 })].map(({ path, content }) => [path, content]))
  const { bundle } = await bundleBuilder(withSeeds(seeds), readSettings({ seeds: '.', invalid: 'skip' }, {}))()
  return bundle.summaries().map((_, position) => bundle.story(position))
}

test('A story’s page, put together from parts, is what the browser’s own routes render', async () => {
  const routes = routesTo(await viewsWith('story'))
  const renderPage = makeRenderer(site)
  for (const story of await stories()) {
    const data = { path: storyPath(story.slug), site, view: 'story', story } satisfies PageData
    const client = createQueryClient()
    primeQueries(client, data)
    const whole = renderToString(
      <StaticRouter location={data.path}>
        <App client={client} site={site} routes={routes} />
      </StaticRouter>,
    )
    const parts = renderPage(data, []).map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part)))
    expect(parts.join('')).toBe(whole)
  }
})

test('No page holds a sign that some phones draw as a picture in colours', async () => {
  const renderPage = makeRenderer(site)
  const pages = (await stories()).map((story) => renderPage({ path: storyPath(story.slug), site, view: 'story', story }, []).join(''))
  const signs = pages.join('').match(/[\u2190-\u2bff]\ufe0e?/g)
  expect(new Set(signs)).toEqual(new Set(['↩\ufe0e']))
})

test('A page of a thread links to its other pages, and its feed is the whole thread’s', () => {
  const page = { slug: 'oak', title: 'Oak', page: 1, pages: 2, count: 200, stories: [] }
  const html = makeRenderer({ ...site, url: 'https://news.example/' })({ path: '/thread/oak/1/', site, view: 'thread', page }, []).join('')
  expect(html).toContain('Story so far: Oak, Page 1')
  expect([...html.matchAll(/href="[^"]*(\/thread\/oak\/[^"]*)"/g)].map(([, path]) => path)).toEqual(['/thread/oak/rss.xml', '/thread/oak/1/', '/thread/oak/2/', '/thread/oak/'])
})

test('A page of a month of thousands links to its first, its newest and those beside it', () => {
  const page = { month: '2020-05', page: 250, pages: 253, count: 200, stories: [] }
  const html = makeRenderer(site)({ path: '/archive/2020-05/250/', site, view: 'month', page }, []).join('')
  const linked = [...html.matchAll(/\/archive\/2020-05\/(?:(\d+)\/)?"/g)].map(([, number]) => number ?? 'newest')
  expect(linked).toEqual(['1', '247', '248', '249', '250', '251', '252', '253', 'newest'])
})
