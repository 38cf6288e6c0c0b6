import { expect, test } from 'vitest'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { dayPages } from '../../../src/node/bundle/day-pages.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, listing, makeStory, picture, SITE } from '../../support/make-story.ts'

const WEEK = 7 * 24
const bundleOf = (stories: readonly SeedStory[]) => assembleBundle(stories, SITE, 'v')
const filler = Array.from({ length: 60 }, (_, at) => makeStory(`f${at}`, { title: `Piece ${'abcdefghij'[at % 10] ?? ''}${at}x`, topics: [], published: after(at * 40) }))
const running = ['opens its glass furnace in Tartu', 'halts the Tartu glass furnace', 'restarts the glass furnace of Tartu'].map((title, at) =>
  makeStory(`l${at}`, { title: `Lumenworks ${title}`, topics: [], published: after(2400 + at * 2 * WEEK) }),
)

test('stories on one matter over weeks are a thread, whatever the order of the files', () => {
  const bundle = bundleOf([...filler, ...running])
  const [thread, ...others] = bundle.threads()
  expect(others).toEqual([])
  expect(thread?.stories.map((position) => bundle.seeds[position]?.title)).toEqual(running.map(({ title }) => title))
  expect(bundleOf([...filler, ...running].reverse()).threads()).toEqual(bundle.threads())
  expect(bundle.story(thread?.stories[1] ?? 0).thread?.stories.map(({ title }) => title)).toEqual(running.map(({ title }) => title))
})

test('a thread keeps its slug when it grows, and two stories are none', () => {
  const next = makeStory('next', { title: 'Lumenworks sells its glass furnace in Tartu', topics: [], published: after(2400 + 8 * WEEK) })
  const slugs = (stories: readonly SeedStory[]) => bundleOf(stories).threads().map(({ slug }) => slug)
  expect(slugs([...filler, ...running, next])).toEqual(slugs([...filler, ...running]))
  expect(slugs([...filler, ...running.slice(0, 2)])).toEqual([])
})

test('a thread of hundreds has pages, which stay as they are when it grows', () => {
  const bundle = bundleOf(Array.from({ length: 451 }, (_, at) => makeStory(`t${at}`, { published: after(at) })))
  const pagesOf = (length: number) => bundle.threadPages({ slug: 'oak', title: 'Oak', stories: Array.from({ length }, (_, at) => at) })
  expect(pagesOf(451).map(({ page, pages, count, stories }) => [page, pages, count, stories.length])).toEqual([[1, 2, 200, 200], [2, 2, 200, 200], [null, 2, 451, 51]])
  expect(pagesOf(451)[1]).toEqual(pagesOf(450)[1])
  expect(pagesOf(200).map(({ page, pages }) => [page, pages])).toEqual([[null, 0]])
})

test('each page of a thread is a file', () => {
  const bundle = bundleOf([...filler, ...running])
  const files = new Map(bundle.listFiles())
  for (const page of bundle.threads().flatMap(bundle.threadPages)) expect(files.get(dataFiles.thread(page.slug, page.page))).toBe(JSON.stringify(page))
  expect([...files.keys()].filter((file) => file.startsWith('data/thread/'))).toHaveLength(1)
  expect(dataFiles.thread('oak', 2)).toBe('data/thread/oak/2.json')
})

const early = makeStory('early', { title: 'Robots fold towels in Osaka', published: '2020-05-20T08:00:00Z', heat: 5 })
const pictured = makeStory('pictured', { title: 'In Osaka robots fold towels', published: '2020-05-20T09:00:00Z', coverage: [listing(early)], images: [picture('https://example.com/a.jpg')] })
const single = makeStory('single', { title: 'A law on voices', published: '2020-05-20T10:00:00Z', heat: 90 })
const nextDay = makeStory('day', { title: 'Chips get cheaper', published: '2020-05-21T01:00:00Z' })

test('a day shows its events, the most covered first, each by its best story', () => {
  const [latest, day] = [...dayPages(bundleOf([early, pictured, single, nextDay]))]
  expect(latest).toMatchObject({ day: '2020-05-21', previous: '2020-05-20', next: null, count: 1 })
  expect(day?.events.map(({ story, others }) => [story.title, ...others.map(({ title }) => title)])).toEqual([[pictured.title, early.title], [single.title]])
})

test('a busy day shows its hundred most covered events, and counts every story', () => {
  const busy = Array.from({ length: 130 }, (_, at) => makeStory(`b${at}`, { title: `Town ${at} paints bridge ${at * 7}`, published: after(at / 100), heat: at }))
  const [day] = [...dayPages(bundleOf(busy))]
  expect([day?.count, day?.events.length, day?.events[0]?.story.title]).toEqual([130, 100, busy.at(-1)?.title])
})

test('a day is one of the site’s time zone', () => {
  const site = { ...SITE, timeZone: 'America/New_York' }
  expect([...dayPages(assembleBundle([single, nextDay], site, 'v'))].map(({ day, count }) => [day, count])).toEqual([['2020-05-20', 2]])
})
