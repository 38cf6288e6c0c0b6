import type { ReactNode } from 'react'
import type { RelatedStory, Story, StorySummary } from '../../shared/contract/bundle.ts'
import { storyPageWords } from '../../shared/words/story-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { BrokenPart } from '../components/chrome/broken-part.tsx'
import { ErrorBoundary } from '../components/chrome/error-boundary.tsx'
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
  const thread = story?.thread ?? null
  const related = story === null ? [] : relatedOf(story)
  const listed = entries === undefined && related.length > 0 ? <Entries related={related} /> : entries
  return (
    <div className={styles.layout}>
      <StoryArticle key={summary.id} summary={summary} story={story} share={story && <StoryShare story={story} site={site} />} foot={foot} />
      {story === null && !children && <span hidden data-loading="" />}
      {children}
      {(listed || thread) && (
        <ErrorBoundary view={summary.id} fallback={<BrokenPart />}>
          <aside className={styles.sidebar} aria-label={storyPageWords.relatedStories}>
            {thread && <StorySoFar thread={thread} slug={summary.slug} />}
            {listed && <RelatedSidebar>{listed}</RelatedSidebar>}
          </aside>
        </ErrorBoundary>
      )}
    </div>
  )
}

function Entries({ related }: { readonly related: readonly RelatedStory[] }): ReactNode {
  const { formats } = useLanguage()
  const reasons = reasonTexts(related.map(({ reason }) => reason), formats)
  return related.map((entry, at) => (
    <RelatedEntry key={entry.slug ?? entry.url} entry={entry}>
      {reasons[at]}
    </RelatedEntry>
  ))
}
