import type { ReactNode } from 'react'
import { useQueries } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { filterWords } from '../../shared/words/filters.ts'
import { EmptyFeed } from '../components/feed/empty-feed.tsx'
import type { Chip } from '../components/contexts/facet.ts'
import { searchQuery } from '../data/queries/search-query.ts'

interface Props {
  readonly filter: FeedFilter
  readonly chips: readonly Chip[]
}

/** A filter without results: how many results removing each of its parts would give. */
export function NothingFound({ filter, chips }: Props): ReactNode {
  const searchChips = chips.filter((chip) => chip.kind === 'words')
  const wordless = { ...filter, words: '' }
  const allWords: Chip = { kind: 'words', name: filter.words, label: filterWords.allWords, without: wordless, path: filterPath(wordless) }
  const offered = searchChips.length > 1 ? [...chips, allWords] : chips
  const countsWithout = useQueries({
    queries: offered.map((chip) => ({ ...searchQuery(chip.without), enabled: chips.length > 1 })),
    combine: (results) => results.map(({ data }) => data?.positions.length ?? null),
  })
  return <EmptyFeed chips={offered} countsWithout={countsWithout} />
}
