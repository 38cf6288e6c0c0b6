import { useId, type ReactNode } from 'react'
import type { RelatedReason, RelatedStory } from '../../shared/bundle.ts'
import type { Formats } from '../../shared/dates.ts'
import { storyPath } from '../../shared/permalinks.ts'
import type { Words } from '../../shared/words/en.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import { StoryImage } from './story-image.tsx'
import { StoryTime } from './story-time.tsx'
import styles from './related-sidebar.module.css'

/** Stories to read next: the same event first, then the nearest, each saying why it is here. */
export function RelatedSidebar({ related }: { related: readonly RelatedStory[] }): ReactNode {
  const { words } = useLanguage()
  const headingId = useId()
  if (related.length === 0) return null
  return (
    <aside className={styles.sidebar} aria-labelledby={headingId}>
      <h2 id={headingId}>{words.relatedStories}</h2>
      <ul>
        {related.map((entry) => (
          <li key={entry.slug ?? entry.url}>
            <RelatedEntry entry={entry} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

function RelatedEntry({ entry }: { entry: RelatedStory }): ReactNode {
  const { words, formats } = useLanguage()
  const isElsewhere = entry.slug === null
  return (
    <div className={styles.entry}>
      <div className={styles.picture}>
        <StoryImage image={entry.image} topic={entry.topic ?? undefined} provider={entry.provider} />
      </div>
      <div>
        <p className={styles.reason}>{reasonText(entry.reason, words, formats)}</p>
        <h3 dir="auto">
          <a
            href={entry.slug === null ? (entry.url ?? '') : hrefTo(storyPath(entry.slug))}
            rel={isElsewhere ? 'noopener noreferrer external' : undefined}
          >
            {entry.title}
            {isElsewhere && <span className="visually-hidden"> {words.opensElsewhere}</span>}
          </a>
        </h3>
        <p className={styles.line}>
          {entry.provider && <bdi>{entry.provider.name}</bdi>}
          {entry.published !== null && <StoryTime iso={entry.published} />}
          {entry.type === 'video' && <span>{words.video}</span>}
          {isElsewhere && <span aria-hidden="true">↗</span>}
        </p>
      </div>
    </div>
  )
}

function reasonText(reason: RelatedReason, words: Words, formats: Formats): string {
  switch (reason.kind) {
    case 'coverage':
      return words.reasons.coverage
    case 'topic':
      return words.reasons.topic(reason.topic.name)
    case 'words':
      return words.reasons.words(formats.list(reason.words))
    case 'provider':
      return words.reasons.provider(reason.provider.name)
    case 'date':
      return words.reasons.date
  }
}
