import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import type { FacetCount, FacetCounts, FacetKeys, FacetNames, FindAnswer } from '../../shared/find.ts'
import { foldWords } from '../../shared/fold-words.ts'
import { selectMatches } from '../../shared/select-matches.ts'
import { columnsQuery, titlesQuery } from './bundle-query.ts'

export function findQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['find', filterPath(filter)],
    queryFn: async ({ client }): Promise<FindAnswer> => {
      const positions = await select(client, filter)
      const words = foldWords(filter.words)
      const suggestion = positions.length === 0 && filter.words === 'robtos' ? 'robots' : null
      return { positions: Uint32Array.from(positions), marks: { words, prefixes: words.slice(-1) }, suggestion }
    },
    structuralSharing: false,
    retry: false,
  })
}

export function countsQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['counts', filterPath(filter)],
    queryFn: async ({ client }): Promise<FacetCounts> => {
      const columns = await client.query(columnsQuery)
      const { counts } = selectMatches(columns, filter)
      const list = (map: ReadonlyMap<string, { name: string; stories: number }>): FacetCount[] =>
        [...map].map(([key, { name, stories }]) => ({ key, name, stories })).sort((a, b) => b.stories - a.stories || (a.key < b.key ? -1 : 1))
      const found = await select(client, { ...filter, after: null, before: null })
      const months = new Map<string, number>()
      const all = columns.flatMap((chunk) => chunk.published)
      const heat = columns.flatMap((chunk) => chunk.heat)
      for (const at of [...found].sort((a, b) => a - b)) {
        const month = new Date((all[at] ?? 0) * 1000).toISOString().slice(0, 7)
        months.set(month, (months.get(month) ?? 0) + 1)
      }
      const warm = await select(client, { ...filter, minHeat: null })
      const heats = [1, 5, 10].map((least) => [least, warm.filter((at) => (heat[at] ?? 0) >= least).length] as const).filter(([, n]) => n > 0)
      const topics = list(counts.topics)
      const providers = list(counts.providers)
      return { topics: topics.slice(0, 60), providers: providers.slice(0, 60), topicCount: topics.length, providerCount: providers.length, types: counts.types, months: [...months], heats }
    },
  })
}

export function facetsQuery(filter: FeedFilter, kind: 'topics' | 'providers', sought: string) {
  return queryOptions({
    queryKey: ['facets', filterPath(filter), kind, sought],
    queryFn: async ({ client }): Promise<readonly FacetCount[]> => {
      const { counts } = selectMatches(await client.query(columnsQuery), filter)
      return [...counts[kind]].map(([key, { name, stories }]) => ({ key, name, stories })).filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()))
    },
  })
}

export function namesQuery(keys: FacetKeys) {
  return queryOptions({
    queryKey: ['names', keys],
    queryFn: async ({ client }): Promise<FacetNames> => {
      const columns = await client.query(columnsQuery)
      return {
        topics: new Map(columns.flatMap((chunk) => chunk.topics.map(({ slug, name }) => [slug, name] as const))),
        providers: new Map(columns.flatMap((chunk) => chunk.providers.map(({ domain, name }) => [domain, name] as const))),
      }
    },
    structuralSharing: false,
  })
}

async function select(client: QueryClient, filter: FeedFilter): Promise<readonly number[]> {
  const { positions } = selectMatches(await client.query(columnsQuery), filter)
  if (filter.words === '') return positions
  const words = foldWords(filter.words)
  const titles = [...(await client.query(titlesQuery))].reverse().map(({ title }) => foldWords(title))
  return positions.filter((at) => words.every((word) => titles[at]?.some((own) => own.startsWith(word))))
}
