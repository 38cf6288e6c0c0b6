import type { ReactNode } from 'react'
import type { RelatedStory, Story, StorySummary } from '../../shared/contract/bundle.ts'
import type { Site } from '../../shared/contract/site.ts'
import { useLanguage, type Language } from '../components/contexts/language.ts'
import { reasonTexts, RelatedEntry, relatedOf, RelatedSidebar } from '../components/story/related-sidebar.tsx'
import { StoryArticle } from '../components/story/story-article.tsx'
import { StorySoFar } from '../components/story/story-so-far.tsx'
import { StoryShare } from './story-share.tsx'
import styles from './story-view.module.css'

interface Props {
  /** Available at once. */
  readonly summary: StorySummary
  /** The whole story; null while it loads. */
  readonly story: Story | null
  readonly site: Site
  /** Replaces the related stories, null for none: the build has rendered them already. */
  readonly entries?: ReactNode
  /** Shown at the end of the story. */
  readonly foot?: ReactNode
  /** Shown between the story and the related stories. */
  readonly children?: ReactNode
}

/** A story and what is related to it. */
export function StoryView({ summary, story, site, entries, foot, children }: Props): ReactNode {
  const language = useLanguage()
  const { words } = language
  const thread = story?.thread ?? null
  const related = entries === undefined ? toEntries(story === null ? [] : relatedOf(story), language) : entries
  return (
    <div className={styles.layout}>
      <StoryArticle key={summary.id} summary={summary} story={story} share={story && <StoryShare story={story} site={site} />} foot={foot} />
      {story === null && !children && <span hidden data-loading="" />}
      {children}
      {(related || thread) && (
        <aside className={styles.sidebar} aria-label={words.relatedStories}>
          {thread && <StorySoFar thread={thread} slug={summary.slug} />}
          {related && <RelatedSidebar>{related}</RelatedSidebar>}
        </aside>
      )}
    </div>
  )
}

function toEntries(related: readonly RelatedStory[], language: Language): ReactNode {
  if (related.length === 0) return null
  const reasons = reasonTexts(related.map(({ reason }) => reason), language)
  return related.map((entry, at) => (
    <RelatedEntry key={entry.slug ?? entry.url} entry={entry}>
      {reasons[at]}
    </RelatedEntry>
  ))
}
