import type { ReactNode } from 'react'
import type { RelatedReason, RelatedStory, Story } from '../../../shared/contract/bundle.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import type { Formats } from '../../../shared/text/dates.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Icon } from '../parts/icon.tsx'
import { StoryTime } from '../parts/story-time.tsx'
import styles from './related-sidebar.module.css'
import section from './section.module.css'

/** Stories to read next: the same event first, then similar ones. */
export function RelatedSidebar({ children }: { children: ReactNode }): ReactNode {
  return (
    <section className={styles.related} aria-labelledby="related">
      <h2 id="related" className={section.heading}>{storyPageWords.relatedStories}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface Props {
  readonly entry: Omit<RelatedStory, 'reason'>
  /** Why the entry is related; nothing where that goes without saying. */
  readonly children: ReactNode
}

/** A story to read next. */
export function RelatedEntry({ entry, children }: Props): ReactNode {
  const { words } = useLanguage()
  const isElsewhere = entry.slug === null
  return (
    <li className={styles.entry}>
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
        {entry.provider !== null && <bdi>{entry.provider}</bdi>}
        {entry.published !== null && <StoryTime iso={entry.published} isListed />}
        {entry.type === 'video' && <span>{words.video}</span>}
        {isElsewhere && <Icon of="elsewhere" />}
      </p>
      <p className={styles.reason} suppressHydrationWarning>
        {children}
      </p>
    </li>
  )
}

/** The related stories of a story, without those that its thread shows already. */
export function relatedOf({ related, thread }: Pick<Story, 'related' | 'thread'>): readonly RelatedStory[] {
  return thread === null ? related : related.filter(({ slug }) => !thread.stories.some((story) => story.slug === slug))
}

/** The texts of the reasons of a sidebar. One that only repeats the last is left out. */
export function reasonTexts(reasons: readonly RelatedReason[], formats: Pick<Formats, 'list'>): string[] {
  const texts = reasons.map((reason) => reasonText(reason, formats))
  return texts.map((text, at) => (text === texts[at - 1] ? '' : text))
}

/** The text of a reason; empty for one that says nothing a reader does not see. */
function reasonText(reason: RelatedReason, formats: Pick<Formats, 'list'>): string {
  switch (reason.kind) {
    case 'coverage':
      return storyPageWords.reasons.coverage
    case 'topic':
      return storyPageWords.reasons.topic(reason.topic.name)
    case 'words':
      return storyPageWords.reasons.words(formats.list(reason.words))
    case 'none':
      return ''
  }
}
