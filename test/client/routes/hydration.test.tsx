import { cleanup, render } from '@testing-library/react'
import { BrowserRouter } from 'react-router-dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import { App } from '../../../src/client/app.tsx'
import { languageFor } from '../../../src/client/components/contexts/language.ts'
import { primeQueries } from '../../../src/client/data/page-data.ts'
import { createQueryClient } from '../../../src/client/data/query-client.ts'
import { makeRenderer } from '../../../src/client/entry-server.tsx'
import { viewsWith } from '../../../src/client/lazy-views.ts'
import { routesTo } from '../../../src/client/routes.tsx'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { listPages } from '../../../src/node/pages/list-pages.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import type { Formats } from '../../../src/shared/text/dates.ts'
import { storyPath } from '../../../src/shared/contract/permalinks.ts'
import type { HtmlPart, PageData } from '../../../src/shared/contract/render-page.ts'
import type { Site } from '../../../src/shared/contract/site.ts'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'

const site: Site = { title: 'Newsfold', language: 'en', url: null }

/** Every page of a site, of the stories' one that shares several words with another. */
async function pages(): Promise<PageData[]> {
  const seed = (title: string, topic: string) => seedText({ title, publishedDateTime: '2020-02-01', topics: [topic] })
  const topics = Array.from({ length: 13 }, (_, at) => [`topic-${at}.md`, seed(`Of topic ${at}`, `Topic ${at}`)] as const)
  const seeds = {
    // A second page of a month, and a provider among the choices.
    ...manySeeds(201, { provider: { name: 'Example', domain: 'example.com' } }),
    // More topics than are shown.
    ...Object.fromEntries(topics),
    'one.md': seed('Robots lend library books', 'Robots'),
    'two.md': seed('Library books lent by robots', 'Robots'),
  }
  const { bundle } = await bundleBuilder(withSeeds(seeds), readSettings({ seeds: '.' }, {}))()
  const lists = [...listPages(bundle, site)].map(({ json }) => JSON.parse(json) as PageData)
  const stories = bundle.summaries().map((_, position) => bundle.story(position))
  const story = stories.find(({ related }) => related.some(({ reason }) => reason.kind === 'topic'))
  if (!story) throw new Error('No story is related to another by a topic.')
  return [...lists, { path: storyPath(story.slug), site, view: 'story', story }]
}

/** From now on everything is written as by another ICU. */
function writeOtherwise(): void {
  const { formats } = languageFor(site.language)
  const own = { ...formats }
  Object.assign(formats, {
    date: (iso) => `${own.date(iso)}~`,
    dateTime: (iso) => `${own.dateTime(iso)}~`,
    relative: (iso, now) => `${own.relative(iso, now)}~`,
    month: (month) => `${own.month(month)}~`,
    // One alone is written the same everywhere.
    list: (items) => own.list(items) + (items.length > 1 ? '~' : ''),
  } satisfies Partial<Formats>)
  // The words hold number formats of their own.
  const numbers = Intl.NumberFormat.prototype
  const format = Object.getOwnPropertyDescriptor(numbers, 'format') ?? {}
  Object.defineProperty(numbers, 'format', { ...format, get: () => (value: number) => `${value}~` })
  onTestFinished(() => {
    Object.assign(formats, own)
    Object.defineProperty(numbers, 'format', format)
  })
}

test('Every kind of page is taken over as it stands by a browser that writes all dates, numbers and lists otherwise', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
  onTestFinished(() => void vi.unstubAllGlobals())
  const renderPage = makeRenderer(site)
  const rendered = (await pages()).map((data) => [data, toHtml(renderPage(data, []))] as const)
  expect(new Set(rendered.map(([{ view }]) => view)).size).toBe(6)
  writeOtherwise()
  for (const [data, html] of rendered) expect(await complaintsAt(data, html), data.path).toEqual([])
})

const toHtml = (parts: readonly HtmlPart[]) => parts.map((part) => (typeof part === 'string' ? part : new TextDecoder().decode(part))).join('')

/** What React complains of as it takes over a page. */
async function complaintsAt(data: PageData, html: string): Promise<unknown[]> {
  history.replaceState(null, '', data.view === 'not-found' ? '/nowhere/at/all/' : data.path)
  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  const client = createQueryClient()
  primeQueries(client, data)
  const routes = routesTo(await viewsWith(data.view))
  const complaints: unknown[] = []
  render(
    <BrowserRouter>
      <App client={client} site={site} routes={routes} />
    </BrowserRouter>,
    { container, hydrate: true, onRecoverableError: (error) => complaints.push(error) },
  )
  cleanup()
  client.clear()
  return complaints
}
