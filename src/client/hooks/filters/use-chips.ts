import { useMemo } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { splitQuery } from '../../../shared/filter/query-syntax.ts'
import type { Chip } from '../../components/contexts/facet.ts'
import { useLanguage } from '../../components/contexts/language.ts'
import { useNames } from './use-names.ts'

/** The filter's refinements as chips, one for each topic, provider, author and search term. */
export function useChips(filter: FeedFilter): Chip[] {
  const { words, formats } = useLanguage()
  const names = useNames(filter)

  return useMemo(() => {
    const chips: Chip[] = []
    const add = (kind: Chip['kind'], name: string, change: Partial<FeedFilter>, label = name) => {
      const without = { ...filter, ...change }
      chips.push({ kind, name, label, without, path: filterPath(without) })
    }
    const { topics, not, any, providers, authors, type, after, before, minHeat } = filter
    for (const slug of topics) add('topic', names.topic(slug), { topics: removed(topics, slug) })
    for (const slug of not) add('not', names.topic(slug), { not: removed(not, slug) }, words.without(names.topic(slug)))
    for (const key of any) add('any', names.provider(names.topic(key)), { any: removed(any, key) })
    for (const domain of providers) add('provider', names.provider(domain), { providers: removed(providers, domain) })
    for (const slug of authors) add('author', names.author(slug), { authors: removed(authors, slug) })
    if (type !== null) add('type', words.types[type], { type: null })
    if (after !== null) add('after', formats.dayOrMonth(after), { after: null }, words.after(formats.dayOrMonth(after)))
    if (before !== null) add('before', formats.dayOrMonth(before), { before: null }, words.before(formats.dayOrMonth(before)))
    if (minHeat !== null) add('minHeat', String(minHeat), { minHeat: null }, words.minHeat(minHeat))
    if (filter.unread !== null) add('unread', words.unread, { unread: null })
    const terms = splitQuery(filter.words)
    terms.forEach((term, index) => {
      const isExcluded = /^-./u.test(term)
      const bare = term.slice(isExcluded ? 1 : 0).replace(/["“”„«»]/gu, '')
      if (!/\S/.test(bare)) return
      const quoted = words.quoted(bare)
      add('words', quoted, { words: terms.filter((_, at) => at !== index).join(' ') }, isExcluded ? words.without(quoted) : quoted)
    })
    return chips
  }, [filter, words, formats, names])
}

function removed(values: readonly string[], value: string): string[] {
  return values.filter((other) => other !== value)
}
