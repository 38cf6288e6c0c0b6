import type { ReactNode } from 'react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { EmptyFeed } from '../components/feed/empty-feed.tsx'
import { useLanguage } from '../components/contexts/language.ts'
import type { Chip } from '../components/filters/facet.ts'
import { searchQuery } from '../data/queries/search-query.ts'

interface Props {
  readonly filter: FeedFilter
  readonly chips: readonly Chip[]
}

/** A filter that finds nothing: what may have been meant, and what dropping each of its parts would show. */
export function NothingFound({ filter, chips }: Props): ReactNode {
  const { words } = useLanguage()
  const { data: answer } = useQuery({ ...searchQuery(filter), enabled: false })
  const sought = chips.filter((chip) => chip.kind === 'words')
  const wordless = { ...filter, words: '' }
  const allWords: Chip = { kind: 'words', name: filter.words, label: words.allWords, without: wordless, path: filterPath(wordless) }
  const offered = sought.length > 1 ? [...chips, allWords] : chips
  const drops = useQueries({
    queries: offered.map((chip) => ({ ...searchQuery(chip.without), enabled: chips.length > 1 })),
    combine: (results) => results.map(({ data }) => data?.positions.length ?? null),
  })
  const suggestion = answer?.suggestion ?? null
  return (
    <EmptyFeed
      chips={offered}
      drops={drops}
      suggestion={suggestion === null ? null : { words: suggestion, path: filterPath({ ...filter, words: suggestion }) }}
    />
  )
}
