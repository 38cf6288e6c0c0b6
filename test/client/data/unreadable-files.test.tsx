import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { GUARDS } from '../../../src/client/data/network/guards.ts'
import { buildSearchIndex } from '../../../src/node/search/build-index.ts'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import { deployed, openApp } from '../../support/app.tsx'
import { manySeeds, seedText } from '../../support/seed-text.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { bundleFiles } from '../../support/make-story.ts'

const html = (status = 200) => () => new Response('<!doctype html><title>Log in</title>', { status, headers: { 'content-type': 'text/html' } })

/** Answers that are not the file. */
const ANSWERS: readonly (readonly [name: string, make: (json: string) => Response])[] = [
  ['a login page', html()],
  ['a server error', html(500)],
  ['a file that was cut off', (json) => new Response(json.slice(0, json.length / 2))],
  ['JSON of another shape', () => new Response('{"error":"sign in"}')],
  ['a list of nothing', () => new Response('[null]')],
  ['null', () => new Response('null')],
  ['an empty answer', () => new Response('')],
  ['a story without a title', (json) => new Response(json.replaceAll('"title"', '"headline"'))],
  ['a link that runs code', (json) => new Response(json.replaceAll('https://example.com', 'javascript:alert'))],
]

test.each(ANSWERS)('a story whose data is answered with %s could not be loaded, and is once it can', async (_name, make) => {
  const site = await deployed(manySeeds(3))
  openApp('/')
  const link = await screen.findByRole('link', { name: 'Story number 3' })
  site.answer('data/story/', make)
  await userEvent.click(link)
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByRole('heading', { name: 'This could not be loaded.' })).toBeVisible()
  expect(screen.queryByText('Story not found')).not.toBeInTheDocument()
  expect(screen.getByRole('heading', { level: 1, name: 'Story number 3' })).toBeVisible()
  expect(within(alert).getByRole('button', { name: 'Reload' })).toBeVisible()
  site.answer(null)
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: 'Read the original at example.com' })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test.each([
  ['the catalog', '/', 'catalog.json', 'Story number 3'],
  ['a topic', '/topic/ai/', 'data/topic/', 'Story number 3'],
  ['the months', '/archive/', 'months.json', 'May 2020'],
])('%s that is answered with a login page could not be loaded, and is once it can', async (_name, path, file, content) => {
  const site = await deployed(manySeeds(3))
  site.answer(file, html())
  openApp(path)
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByText(/There is no topic/)).not.toBeInTheDocument()
  site.answer(null)
  await userEvent.click(again)
  await waitFor(() => expect(screen.getAllByText(new RegExp(content)).length).toBeGreaterThan(0))
})

test('every file that a build writes is of its kind', async () => {
  const image = { url: 'https://e.example/i.jpg', width: 1200, height: 800, title: 'A robot' }
  const story = seedText({
    title: 'A talk',
    publishedDateTime: '2020-05-20',
    updatedDateTime: '2020-05-21',
    webUrl: 'https://talks.example/1',
    type: 'video',
    provider: { name: 'Talks', domain: 'talks.example' },
    topics: ['AI', 'Rare'],
    images: [image, { ...image, url: 'https://e.example/j.jpg' }],
    featuredContent: '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
    related: [{ title: 'Elsewhere', webUrl: 'https://other.example/', provider: { name: 'Other', domain: 'other.example' } }],
  }, 'A **body**.')
  const { bundle } = await bundleBuilder(withSeeds({ ...manySeeds(40), 'v.md': story }), readSettings({ seeds: '.' }, {}))()
  const index = buildSearchIndex(bundle.indexed())
  const kinds = new Map<string, number>()
  for (const [file, json] of [...bundleFiles(bundle), ...index]) {
    const fitting = Object.entries(GUARDS).filter(([, guard]) => guard(JSON.parse(json))).map(([kind]) => kind)
    expect(fitting, file).not.toEqual([])
    for (const kind of fitting) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  // These seeds make no thread, and are too few for payloads; `searchIn` checks those of a larger index.
  const written = Object.keys(GUARDS).filter((kind) => !['thread', 'searchPayloads'].includes(kind))
  expect([...kinds.keys()].sort()).toEqual(written.sort())
})
