import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test } from 'vitest'
import { fetchBundle } from '../../../src/client/data/network/fetch-bundle.ts'
import { primeQueries } from '../../../src/client/data/page-data.ts'
import { catalogQuery } from '../../../src/client/data/queries/bundle-query.ts'
import { feedQuery } from '../../../src/client/data/queries/feed-query.ts'
import { createQueryClient } from '../../../src/client/data/query-client.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import { parseFilter } from '../../../src/shared/filter/feed-filter.ts'
import { deployed, openApp } from '../../support/app.tsx'
import { manySeeds, seedText } from '../../support/seed-text.ts'

const first = { 'a.md': seedText({ title: 'The first', publishedDateTime: '2020-05-20', webUrl: 'https://e.example/1' }) }

test('a failed request says so, and trying again works', async () => {
  const deployment = await deployed(first)
  deployment.fail('catalog')
  openApp('/')
  const retry = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.getByRole('alert')).toHaveTextContent('This could not be loaded.')
  deployment.fail(null)
  await userEvent.click(retry)
  expect(await screen.findByRole('article', { name: 'The first' })).toBeVisible()
})

test('a story that fails to load can be tried again', async () => {
  const deployment = await deployed(first)
  openApp('/')
  const link = await screen.findByRole('link', { name: 'The first' })
  const path = link.getAttribute('href') ?? ''
  deployment.fail('/story/')
  openApp(path)
  const retry = await screen.findByRole('button', { name: 'Try again' })
  deployment.fail(null)
  await userEvent.click(retry)
  expect(await screen.findByRole('heading', { level: 1, name: 'The first' })).toBeVisible()
})

test('opening a card shows its title and excerpt before the story has loaded', async () => {
  const deployment = await deployed(first)
  openApp('/')
  const link = await screen.findByRole('link', { name: 'The first' })
  deployment.fail('/story/')
  link.click()
  expect(await screen.findByRole('heading', { level: 1, name: 'The first' })).toBeVisible()
})

test('a card under the pointer or with the focus prefetches its story once', async () => {
  const deployment = await deployed(first)
  openApp('/')
  const link = await screen.findByRole('link', { name: 'The first' })
  await userEvent.hover(link)
  await waitFor(() => expect(deployment.requests.filter((path) => path.includes('/story/'))).toHaveLength(1))
  link.focus()
  await userEvent.click(link)
  await screen.findByRole('heading', { level: 1, name: 'The first' })
  expect(deployment.requests.filter((path) => path.includes('/story/'))).toHaveLength(1)
})

test('after a topic’s page the front page has the newest stories and exact counts', async () => {
  await deployed(manySeeds(123))
  const client = createQueryClient()
  onTestFinished(() => client.clear())
  const catalog = await fetchBundle('catalog', dataFiles.catalog)
  const topic = await fetchBundle('topicPage', dataFiles.topicPage(catalog.topics[0]?.slug ?? ''))
  primeQueries(client, { path: '/topic/ai/', site: catalog.site, view: 'feed', catalog: { ...catalog, version: undefined, newest: [], stories: 120 }, topic })
  expect(client.getQueryData(catalogQuery.queryKey)?.stories).toBe(120)
  const front = await client.query(feedQuery(parseFilter(null, new URLSearchParams())))
  expect([front.total, front.newest]).toEqual([123, catalog.newest])
})

test('the first screen requests no file twice', async () => {
  const deployment = await deployed(manySeeds(30))
  openApp('/')
  await screen.findAllByRole('article')
  expect([...deployment.requests].sort()).toEqual(['/data/catalog.json', '/data/version.json'])
})

test('a tab left open during a deploy shows that a story is gone', async () => {
  const deployment = await deployed(manySeeds(60))
  openApp('/')
  await screen.findByRole('link', { name: 'Story number 60' })
  await deployment.deploy({ ...first, ...manySeeds(2) })
  await userEvent.click(screen.getByRole('link', { name: 'Story number 60' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Story not found' })).toBeVisible()
  await userEvent.click(await screen.findByRole('link', { name: 'Go to the front page' }))
  expect(await screen.findByRole('article', { name: 'The first' })).toBeVisible()
})

test('the notice of new stories disappears when there are none after all', async () => {
  const deployment = await deployed(first)
  const release = deployment.delay('version')
  openApp('/')
  await screen.findByRole('article', { name: 'The first' })
  await deployment.deploy({ ...first, ...manySeeds(2) })
  release()
  const show = await screen.findByRole('button', { name: 'Show them' })
  await deployment.deploy(first)
  await userEvent.click(show)
  await waitFor(() => expect(show).not.toBeInTheDocument())
})
