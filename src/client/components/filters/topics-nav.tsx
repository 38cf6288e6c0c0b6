import { useId, useState, type ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { archiveIndexPath, feedPath, TOPICS_ID } from '../../../shared/contract/permalinks.ts'
import type { Facet, FacetList } from '../contexts/facet.ts'
import { makeTabStop, moveFocus } from './roving-focus.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import choices from './choices.module.css'
import styles from './topics-nav.module.css'

/** Topics shown in the short and in the long list. */
const FEW = 12
const MANY = 100

interface Props {
  readonly filter: FeedFilter
  readonly topics: FacetList
  /** The counts still belong to the previous filter. */
  readonly isStale: boolean
  readonly onExclude: (slug: string) => void
  /** Called when somebody points at the topics, or moves the focus to one. */
  readonly onUse: () => void
}

/** The topics as links to their feeds; under a filter each narrows it further. */
export function TopicsNav({ filter, topics, isStale, onExclude, onUse }: Props): ReactNode {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const listId = useId()
  const { facets, total, search, onSearch, onNeedAll } = topics
  // Once shown, the search and the button stay: nothing below may move when the counts arrive.
  const [hasMany, setHasMany] = useState(total > FEW)
  if (!hasMany && total > FEW) setHasMany(true)
  const shown = facets.slice(0, isOpen || search !== '' ? MANY : FEW)
  const open = () => {
    onNeedAll()
    setOpen(!isOpen)
  }

  return (
    <nav className={`${choices.choices} ${styles.topics}`} aria-label={words.topics} data-open={isOpen || undefined} data-stale={isStale || undefined} onPointerEnter={onUse} onFocus={onUse}>
      <h2>{words.topics}</h2>
      {hasMany && (
        <input
          type="search"
          data-scripted=""
          aria-label={words.findTopic}
          placeholder={words.findTopic}
          value={search}
          onFocus={onNeedAll}
          onChange={(event) => onSearch(event.target.value)}
        />
      )}
      <ul
        id={listId}
        ref={(list) => {
          reserveRows(list, Math.min(total, FEW) + 1)
          makeTabStop(list)
        }}
        onKeyDown={moveFocus}
      >
        <li>
          <a href={hrefTo(feedPath)} aria-current={filterPath(filter) === feedPath ? 'page' : undefined}>
            {words.allTopics}
          </a>
        </li>
        {shown.map((facet) => (
          <TopicItem key={facet.key} filter={filter} facet={facet} onChoose={() => onSearch('')} onExclude={onExclude} />
        ))}
      </ul>
      {facets.length === 0 && search !== '' && <p role="status">{words.noTopicFound}</p>}
      {isOpen && search === '' && shown.length < total && <p>{words.typeForMoreTopics}</p>}
      {hasMany && (
        // Rendered into the HTML only.
        <noscript>{import.meta.env.SSR && <a href={`${hrefTo(archiveIndexPath)}#${TOPICS_ID}`}>{words.showAllTopics(total)}</a>}</noscript>
      )}
      {hasMany && (
        <button type="button" data-scripted="" aria-expanded={isOpen} aria-controls={listId} onClick={open} suppressHydrationWarning>
          {isOpen ? words.showFewerTopics : words.showAllTopics(total)}
        </button>
      )}
    </nav>
  )
}

/** Reserves space for the longest list so far, so that nothing below moves when the counts arrive. Set by script: the content security policy forbids style attributes in the HTML. */
function reserveRows(list: HTMLElement | null, rows: number): void {
  const reserved = Number(list?.style.getPropertyValue('--rows'))
  list?.style.setProperty('--rows', String(Math.max(reserved, rows)))
}

type ItemProps = Pick<Props, 'filter' | 'onExclude'> & { readonly facet: Facet; readonly onChoose: () => void }

function TopicItem({ filter, facet, onChoose, onExclude }: ItemProps): ReactNode {
  const { words, formats } = useLanguage()
  const isChosen = filter.topics.includes(facet.key)
  const topics = isChosen ? filter.topics.filter((slug) => slug !== facet.key) : [...filter.topics, facet.key]
  const narrows = !isChosen && filter.topics.length > 0
  return (
    <li data-scripted={narrows ? '' : undefined}>
      <a
        href={hrefTo(filterPath({ ...filter, topics }))}
        aria-current={isChosen ? 'true' : undefined}
        title={narrows ? words.narrowTo(facet.name) : isChosen ? words.remove(facet.name) : undefined}
        data-refinement={filter.topics.length > 0 ? '' : undefined}
        onClick={onChoose}
      >
        <bdi>{facet.name}</bdi>
      </a>
      {facet.stories !== null && <span suppressHydrationWarning>{formats.number(facet.stories)}</span>}
      {!isChosen && (
        <button type="button" tabIndex={-1} data-scripted="" aria-label={words.exclude(facet.name)} title={words.exclude(facet.name)} onClick={() => onExclude(facet.key)}>
          −
        </button>
      )}
    </li>
  )
}
