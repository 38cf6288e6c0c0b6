import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { libraryWords } from '../../../shared/words/library.ts'
import type { Facet } from '../contexts/facet.ts'
import { Choice, ChoiceGroup } from './choice.tsx'

/** Topics shown that are not chosen. */
const FEW = 6

interface Props {
  readonly filter: FeedFilter
  /** Topics of the feed, most stories first. */
  readonly topics: readonly Facet[]
}

/** Topics of which a story needs one. Without counts: a second choice adds stories, and the lists beside count what remains. */
export function AnyTopicChoices({ filter, topics }: Props): ReactNode {
  const { any } = filter
  const shown = topics.filter(({ key }, at) => at < FEW || any.includes(key))
  if (shown.length < 2) return null
  return (
    <ChoiceGroup title={libraryWords.anyTopic}>
      {shown.map(({ key, name }) => {
        const isChosen = any.includes(key)
        return <Choice key={key} path={filterPath({ ...filter, any: isChosen ? any.filter((other) => other !== key) : [...any, key] })} name={name} isChosen={isChosen} />
      })}
    </ChoiceGroup>
  )
}
