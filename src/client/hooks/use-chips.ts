import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import { selectMatches } from '../../shared/select-matches.ts'
import type { Chip } from '../components/facet.ts'
import { useLanguage } from '../components/language.ts'
import { columnsQuery } from '../data/bundle-query.ts'
import { matchesQuery } from '../data/feed-query.ts'
import { useNames } from './use-names.ts'

/** The filter's refinements as chips; where nothing matches, with what dropping each would show. */
export function useChips(filter: FeedFilter): Chip[] {
  const { words } = useLanguage()
  const names = useNames(filter)
  const { data: matches } = useQuery({ ...matchesQuery(filter), enabled: false })
  const isEmpty = matches?.positions.length === 0
  const { data: columns } = useQuery({ ...columnsQuery, enabled: false })

  return useMemo(() => {
    const chip = (kind: Chip['kind'], name: string, label: string, without: FeedFilter): Chip => ({
      kind,
      name,
      label,
      without: filterPath(without),
      stories: isEmpty && columns ? selectMatches(columns, without).positions.length : null,
    })
    const drop = (values: readonly string[], value: string) => values.filter((other) => other !== value)
    const chips = [
      ...filter.topics.map((slug) => {
        const name = names.topic(slug)
        return chip('topic', name, name, { ...filter, topics: drop(filter.topics, slug) })
      }),
      ...filter.not.map((slug) => {
        const name = names.topic(slug)
        return chip('not', name, words.without(name), { ...filter, not: drop(filter.not, slug) })
      }),
      ...filter.providers.map((domain) => {
        const name = names.provider(domain)
        return chip('provider', name, name, { ...filter, providers: drop(filter.providers, domain) })
      }),
    ]
    const { type, after, before, minHeat } = filter
    if (type !== null) chips.push(chip('type', words.types[type], words.types[type], { ...filter, type: null }))
    if (after !== null) chips.push(chip('after', after, words.after(after), { ...filter, after: null }))
    if (before !== null) chips.push(chip('before', before, words.before(before), { ...filter, before: null }))
    if (minHeat !== null) chips.push(chip('minHeat', String(minHeat), words.minHeat(minHeat), { ...filter, minHeat: null }))
    return chips
  }, [filter, words, names, isEmpty, columns])
}
