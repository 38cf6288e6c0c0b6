import { expect, test } from 'vitest'
import { feedQuery } from '../../../../src/client/data/queries/feed-query.ts'
import { createQueryClient } from '../../../../src/client/data/query-client.ts'
import { feedChunkQuery, type FeedRow } from '../../../../src/client/data/queries/feed-chunk-query.ts'
import type { StorySummary } from '../../../../src/shared/contract/bundle.ts'
import { parseFilter } from '../../../../src/shared/filter/feed-filter.ts'
import { chunkCount } from '../../../../src/shared/feed/feed-chunks.ts'
import { corpus } from '../../../support/corpus/corpus.ts'
import { deployed } from '../../../support/app.tsx'

const files = [...corpus({ stories: 300 })].map(({ path, content }) => [path, content])
const seeds = Object.fromEntries(files) as Record<string, string>

/** All rows of a feed, read from the last chunk to the first: no chunk may depend on an earlier one. */
async function readFeed(topic: string | null, search: string) {
  const client = createQueryClient()
  const filter = parseFilter(topic, new URLSearchParams(search))
  const { total } = await client.query(feedQuery(filter))
  const chunks = []
  for (let chunk = chunkCount(total) - 1; chunk >= 0; chunk--) chunks.unshift(await client.query(feedChunkQuery(filter, chunk)))
  return { total, rows: chunks.flat() }
}

const eventOf = ({ id, alsoCoveredBy }: StorySummary) => [id, ...alsoCoveredBy.map((other) => other.id)].sort().join()

const feeds: readonly (readonly [name: string, topic: string | null, search: string, order: (row: FeedRow) => string | number])[] = [
  ['all stories', null, '', ({ published }) => published],
  ['a topic', 'robotics', '', ({ published }) => published],
  ['stories sorted by quality', null, 'sort=quality', ({ story }) => story.quality],
  ['stories of one type', null, 'type=article', ({ published }) => published],
]

for (const [name, topic, search, order] of feeds) {
  test(`the feed of ${name} shows each event once, in order, at the row of its first story`, async () => {
    await deployed(seeds)
    const { total, rows } = await readFeed(topic, search)
    expect(rows.length).toBeGreaterThan(24)
    expect(rows.length).toBeLessThan(total)
    expect(new Set(rows.map(({ story }) => eventOf(story))).size).toBe(rows.length)
    expect(rows.map(({ row }) => row)).toEqual([...rows.map(({ row }) => row)].sort((a, b) => a - b))
    const keys = rows.map(order)
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
  })
}
