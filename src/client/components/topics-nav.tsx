import { useId, useState, type CSSProperties, type ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import { feedPath } from '../../shared/permalinks.ts'
import type { Facet } from './facet.ts'
import { findFacets } from './find-facets.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import styles from './topics-nav.module.css'

/** Topics shown before the reader asks for more, and after. */
const FEW = 12
const MANY = 200

interface Props {
  readonly filter: FeedFilter
  readonly facets: readonly Facet[]
  /** Topics of the whole site. */
  readonly topicCount: number
  /** The reader looks for a topic that may not be among `facets`. */
  readonly onWantAll: () => void
  readonly onExclude: (slug: string) => void
}

/** The topics as ways into the feed; under a filter each narrows it further. */
export function TopicsNav({ filter, facets, topicCount, onWantAll, onExclude }: Props): ReactNode {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [sought, setSought] = useState('')
  const listId = useId()
  const found = findFacets(facets, sought)
  const hasMany = topicCount > FEW
  const open = () => {
    onWantAll()
    setOpen(!isOpen)
  }

  return (
    <nav className={styles.topics} aria-label={words.topics} data-open={isOpen || undefined}>
      <h2>{words.topics}</h2>
      {hasMany && (
        <input
          type="search"
          aria-label={words.findTopic}
          placeholder={words.findTopic}
          value={sought}
          onFocus={onWantAll}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul id={listId} style={{ '--rows': Math.min(topicCount, FEW) + 1 } as CSSProperties}>
        <li>
          <a href={hrefTo(feedPath)} aria-current={filterPath(filter) === feedPath ? 'page' : undefined}>
            {words.allTopics}
          </a>
        </li>
        {found.slice(0, isOpen || sought !== '' ? MANY : FEW).map((facet) => (
          <TopicItem key={facet.key} filter={filter} facet={facet} onChoose={() => setSought('')} onExclude={onExclude} />
        ))}
      </ul>
      {found.length === 0 && sought !== '' && <p role="status">{words.noTopicFound}</p>}
      {hasMany && (
        <button type="button" aria-expanded={isOpen} aria-controls={listId} onClick={open}>
          {isOpen ? words.showFewerTopics : words.showAllTopics(topicCount)}
        </button>
      )}
    </nav>
  )
}

type ItemProps = Pick<Props, 'filter' | 'onExclude'> & { readonly facet: Facet; readonly onChoose: () => void }

function TopicItem({ filter, facet, onChoose, onExclude }: ItemProps): ReactNode {
  const { words, formats } = useLanguage()
  const isChosen = filter.topics.includes(facet.key)
  const topics = isChosen ? filter.topics.filter((slug) => slug !== facet.key) : [...filter.topics, facet.key]
  const narrows = !isChosen && filter.topics.length > 0
  return (
    <li>
      <a
        href={hrefTo(filterPath({ ...filter, topics }))}
        aria-current={isChosen ? 'true' : undefined}
        title={narrows ? words.narrowTo(facet.name) : isChosen ? words.remove(facet.name) : undefined}
        data-refinement={filter.topics.length > 0 ? '' : undefined}
        onClick={onChoose}
      >
        <bdi>{facet.name}</bdi>
      </a>
      {facet.stories !== null && <span>{formats.number(facet.stories)}</span>}
      {!isChosen && (
        <button type="button" aria-label={words.exclude(facet.name)} title={words.exclude(facet.name)} onClick={() => onExclude(facet.key)}>
          −
        </button>
      )}
    </li>
  )
}
