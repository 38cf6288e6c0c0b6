import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FilterColumns } from '../../src/shared/bundle.ts'
import { EVERYTHING, type FeedFilter } from '../../src/shared/feed-filter.ts'
import { selectMatches } from '../../src/shared/select-matches.ts'

interface Item {
  readonly topics: readonly string[]
  readonly provider: string | null
  readonly type: 'article' | 'video'
  readonly day: number
  readonly heat: number
}

const TOPICS = ['ai', 'chips', 'law', 'robots']
const DAY = 86_400
const MAY_2020 = Date.parse('2020-05-01') / 1000

const items = fc
  .array(
    fc.record<Item>({
      topics: fc.subarray(TOPICS),
      provider: fc.constantFrom('a.com', 'b.com', null),
      type: fc.constantFrom('article', 'video'),
      day: fc.nat(60),
      heat: fc.integer({ min: -1, max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.sort((a, b) => a.day - b.day))

const filters: fc.Arbitrary<FeedFilter> = fc.record({
  topics: fc.subarray([...TOPICS, 'unknown'], { maxLength: 2 }),
  not: fc.subarray(TOPICS, { maxLength: 1 }),
  providers: fc.subarray(['a.com', 'b.com', 'c.com'], { maxLength: 2 }),
  type: fc.constantFrom('article', 'video', null),
  after: fc.constantFrom('2020-05', '2020-05-20', null),
  before: fc.constantFrom('2020-05', '2020-06-10', null),
  minHeat: fc.constantFrom(0, 2, null),
  sort: fc.constantFrom(null, 'heat'),
  words: fc.constant(''),
})

test('a filter finds what a look at every story finds, in the same order, with the same counts', () => {
  fc.assert(
    fc.property(items, filters, fc.integer({ min: 1, max: 50 }), (list, filter, chunkSize) => {
      const found = selectMatches(toColumns(list, chunkSize), filter)
      const numbered = list.map((item, position) => ({ item, position }))
      const matching = numbered.filter(({ item }) => fits(item, filter)).reverse()
      if (filter.sort === 'heat') matching.sort((a, b) => b.item.heat - a.item.heat)
      expect(found.positions).toEqual(matching.map(({ position }) => position))

      const shown = matching.map(({ item }) => item)
      expect(counts(found.counts.topics)).toEqual(tally(shown.flatMap((item) => item.topics)))
      const anyProvider = list.filter((item) => fits(item, { ...filter, providers: [] }))
      expect(counts(found.counts.providers)).toEqual(tally(anyProvider.flatMap((item) => item.provider ?? [])))
      const anyType = list.filter((item) => fits(item, { ...filter, type: null }))
      expect(found.counts.types).toEqual({ article: 0, video: 0, ...tally(anyType.map((item) => item.type)) })
    }),
  )
})

test('a month ends with its last second', () => {
  const columns = toColumns([{ topics: [], provider: null, type: 'article', day: 30, heat: 0 }], 10)
  expect(selectMatches(columns, { ...EVERYTHING, before: '2020-05' }).positions).toEqual([0])
  expect(selectMatches(columns, { ...EVERYTHING, before: '2020-05-30' }).positions).toEqual([])
})

function fits(item: Item, filter: FeedFilter): boolean {
  const day = new Date((MAY_2020 + item.day * DAY) * 1000).toISOString().slice(0, 10)
  return (
    filter.topics.every((topic) => item.topics.includes(topic)) &&
    !filter.not.some((topic) => item.topics.includes(topic)) &&
    (filter.providers.length === 0 || (item.provider !== null && filter.providers.includes(item.provider))) &&
    (filter.type === null || item.type === filter.type) &&
    (filter.after === null || day >= filter.after) &&
    (filter.before === null || day.slice(0, filter.before.length) <= filter.before) &&
    (filter.minHeat === null || item.heat >= filter.minHeat)
  )
}

/** Columns with name tables of their own in each chunk, as the build writes them. */
function toColumns(list: readonly Item[], chunkSize: number): FilterColumns[] {
  const chunks: FilterColumns[] = []
  for (let at = 0; at < list.length; at += chunkSize) {
    const part = list.slice(at, at + chunkSize)
    const topics = [...new Set(part.flatMap((item) => item.topics))].sort()
    const providers = [...new Set(part.flatMap((item) => item.provider ?? []))].sort()
    chunks.push({
      topics: topics.map((slug) => ({ slug, name: slug })),
      providers: providers.map((domain) => ({ domain, name: domain })),
      published: part.map((item) => MAY_2020 + item.day * DAY),
      storyTopics: part.map((item) => item.topics.map((topic) => topics.indexOf(topic))),
      provider: part.map((item) => (item.provider === null ? -1 : providers.indexOf(item.provider))),
      type: part.map((item) => (item.type === 'video' ? 1 : 0)),
      heat: part.map((item) => item.heat),
      quality: part.map(() => 0),
    })
  }
  return chunks
}

function counts(facets: ReadonlyMap<string, { stories: number }>): Record<string, number> {
  return Object.fromEntries([...facets].map(([key, { stories }]) => [key, stories]))
}

function tally(values: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {}
  for (const value of values) result[value] = (result[value] ?? 0) + 1
  return result
}
