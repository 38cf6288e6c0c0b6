import { QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { catalogQuery } from '../../../src/client/data/queries/bundle-query.ts'
import { MissingFile } from '../../../src/client/data/network/fetch-bundle.ts'
import { countsQuery, facetsQuery, searchQuery, namesQuery, similarTitlesQuery } from '../../../src/client/data/queries/search-query.ts'
import { createQueryClient } from '../../../src/client/data/query-client.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { deployed } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

const SEEDS = {
  'a.md': seedText({ title: 'A robot learns to knit', publishedDateTime: '2020-05-01', webUrl: 'https://a.example/1', topics: ['Robotics'] }),
  'b.md': seedText({ title: 'Robots knit', publishedDateTime: '2020-05-02', webUrl: 'https://b.example/2', topics: ['Robotics', 'Law'] }),
  'c.md': seedText({ title: 'A law on looms', publishedDateTime: '2020-06-03', webUrl: 'https://b.example/3', topics: ['Law'], type: 'video' }),
}

const ROBOTS = { ...EVERYTHING, words: 'robots' }

function newClient() {
  const client = createQueryClient()
  onTestFinished(() => client.clear())
  return client
}

test('a worker finds stories, counts facets and names them', async () => {
  await deployed(SEEDS)
  const client = newClient()
  const found = await client.query(searchQuery(ROBOTS))
  expect([...found.positions]).toEqual([1, 0])
  expect(found.highlights).toEqual({ words: ['robot', 'robotics', 'robots'], prefixes: ['robots'] })
  const counts = await client.query(countsQuery(ROBOTS, ['topics', 'months']))
  expect(counts.topics).toEqual([
    { key: 'robotics', name: 'Robotics', stories: 2 },
    { key: 'law', name: 'Law', stories: 1 },
  ])
  expect(counts.months).toEqual([['2020-05', 2]])
  expect(await client.query(facetsQuery(EVERYTHING, 'providers', 'B.ex'))).toEqual([{ key: 'b.example', name: 'b.example', stories: 2 }])
  const { topics } = await client.query(namesQuery({ topics: ['law', 'unknown'], providers: [], authors: [] }))
  expect([...topics]).toEqual([['law', 'Law']])
  expect(await client.query(similarTitlesQuery(['looms', 'law'], 5))).toEqual([2])
})

test('a query with a typo finds the stories of the corrected query', async () => {
  await deployed(SEEDS)
  const { positions, correction } = await newClient().query(searchQuery({ ...EVERYTHING, words: '-law "a robot" knti' }))
  expect([...positions]).toEqual([0])
  expect(correction).toEqual({ words: '-law "a robot" knit', unknown: ['knti'] })
})

test('after a deploy the old index is missing, and the new one answers', async () => {
  const deployment = await deployed(SEEDS)
  const client = newClient()
  await client.query(catalogQuery)
  await deployment.deploy({ ...SEEDS, 'd.md': seedText({ title: 'More robots', publishedDateTime: '2020-07-01', webUrl: 'https://d.example/' }) })
  await expect(client.query(searchQuery(ROBOTS))).rejects.toBeInstanceOf(MissingFile)
  // A view of it switches to the new index.
  const view = new QueryObserver(client, searchQuery(ROBOTS))
  onTestFinished(view.subscribe(() => undefined))
  await expect.poll(() => [...(view.getCurrentResult().data?.positions ?? [])].sort()).toEqual([0, 1, 3])
})

test('a search that nobody waits for any more is dropped', async () => {
  const deployment = await deployed(SEEDS)
  const client = newClient()
  await client.query(catalogQuery)
  const search = client.query(searchQuery(ROBOTS))
  await client.cancelQueries({ queryKey: ['search'] })
  await expect(search).rejects.toThrow()
  expect(deployment.requests.filter((path) => path.includes('/find/terms/'))).toEqual([])
  expect([...(await client.query(searchQuery(ROBOTS))).positions]).toEqual([1, 0])
})

test('a failed search is tried again', async () => {
  const deployment = await deployed(SEEDS)
  const client = newClient()
  deployment.fail('/find/terms/')
  await expect(client.query(searchQuery(ROBOTS))).rejects.toThrow('Failed to fetch')
  deployment.fail(null)
  expect([...(await client.query(searchQuery(ROBOTS))).positions]).toEqual([1, 0])
})
