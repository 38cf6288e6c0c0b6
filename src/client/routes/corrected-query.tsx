import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { filterPath } from '../../shared/filter/feed-filter.ts'
import { filterWords } from '../../shared/words/filters.ts'
import { hrefTo } from '../components/contexts/href.ts'
import { useLanguage } from '../components/contexts/language.ts'
import type { FeedStart } from '../data/queries/feed-query.ts'
import { suggestedQuery } from '../data/queries/search-query.ts'

interface Props {
  readonly start: FeedStart
}

/** Says which query the stories match instead of a misspelled one, or suggests another one when there are few stories. */
export function CorrectedQuery({ start: { filter, correction, total } }: Props): ReactNode {
  const { formats } = useLanguage()
  const { data: suggestion = null } = useQuery({ ...suggestedQuery(filter), enabled: correction === null && total > 0 })
  const corrected = correction?.words ?? suggestion
  if (corrected === null) return null
  return (
    <p>
      <a href={hrefTo(filterPath({ ...filter, words: corrected }))} data-refinement="">
        {correction === null ? filterWords.didYouMean(corrected) : filterWords.showingStoriesFor(corrected)}
      </a>
      {correction !== null && ` ${filterWords.noStorySays(formats.list(correction.unknown))}`}
    </p>
  )
}
