import type { ReactNode } from 'react'
import type { Story, StorySummary } from '../../shared/bundle.ts'
import type { Site } from '../../shared/site.ts'
import { useLanguage } from '../components/language.ts'
import { reasonText, RelatedEntry, RelatedSidebar } from '../components/related-sidebar.tsx'
import { StoryArticle } from '../components/story-article.tsx'
import { StoryShare } from './story-share.tsx'
import styles from './story-view.module.css'

interface Props {
  /** What is known at once. */
  readonly summary: StorySummary
  /** The whole story; null while it loads. */
  readonly story: Story | null
  readonly site: Site
  /** Stands in for the stories related to it: the build has them rendered already. */
  readonly entries?: ReactNode
  /** Stands between the story and what is related to it. */
  readonly children?: ReactNode
}

/** A story and what is related to it. */
export function StoryView({ summary, story, site, entries, children }: Props): ReactNode {
  const { words, formats } = useLanguage()
  return (
    <div className={styles.layout}>
      <StoryArticle key={summary.id} summary={summary} story={story} share={story && <StoryShare story={story} site={site} />} />
      {children}
      {story && story.related.length > 0 && (
        <RelatedSidebar>
          {entries ??
            story.related.map((entry) => (
              <RelatedEntry key={entry.slug ?? entry.url} entry={entry}>
                {reasonText(entry.reason, { words, formats })}
              </RelatedEntry>
            ))}
        </RelatedSidebar>
      )}
    </div>
  )
}
