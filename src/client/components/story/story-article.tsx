import type { ReactNode } from 'react'
import type { Story, StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { Byline } from './byline.tsx'
import { CoverageList } from './coverage-list.tsx'
import { BrokenPart } from '../chrome/broken-part.tsx'
import { ErrorBoundary } from '../chrome/error-boundary.tsx'
import { LibraryPart } from '../library/library-part.tsx'
import { finishExcerpt } from '../parts/excerpt-end.ts'
import { minutesToRead } from './reading-time.ts'
import { StoryBody } from './story-body.tsx'
import { StoryLine } from '../parts/story-line.tsx'
import { StoryPictures } from './story-pictures.tsx'
import { StoryTime } from '../parts/story-time.tsx'
import { TopicLinks } from '../parts/topic-links.tsx'
import { VideoLink } from './video-link.tsx'
import styles from './story-article.module.css'

interface Props {
  /** Available at once. */
  readonly summary: StorySummary
  /** The whole story; null while it loads. */
  readonly story: Story | null
  /** Share buttons. */
  readonly share: ReactNode
  /** Shown at its end. */
  readonly foot: ReactNode
}

/** A story: headline, standfirst, source, picture or video, text, a link to the original, and its coverage. */
export function StoryArticle({ summary, story, share, foot }: Props): ReactNode {
  const lang = story?.language ?? summary.foreignLanguage
  const provider = summary.provider?.name ?? ''
  const excerpt = finishExcerpt(story?.fullExcerpt ?? summary.excerpt)
  return (
    <article id="content" className={styles.story} tabIndex={-1}>
      <header>
        <TopicLinks topics={summary.topics} />
        <h1 tabIndex={-1} dir="auto" lang={lang}>
          {summary.title}
        </h1>
        {excerpt !== '' && (
          <p className={styles.standfirst} dir="auto" lang={lang}>
            {excerpt}
          </p>
        )}
        <StoryLine story={summary} byline={<Byline story={summary} />}>
          {story?.updated && (
            <span>
              {storyPageWords.updated} <StoryTime iso={story.updated} />
            </span>
          )}
          {story?.bodyHtml && <span suppressHydrationWarning>{storyPageWords.minutesToRead(minutesToRead(story.bodyHtml))}</span>}
          {summary.unpublished && <span title={storyPageWords.archivedHint}>{storyPageWords.archived}</span>}
        </StoryLine>
      </header>
      <StoryPictures summary={summary} more={story?.images.slice(1) ?? []} player={story?.video?.playerUrl ?? null} />
      {story?.bodyHtml && (
        <ErrorBoundary view={story.id} fallback={<BrokenPart />}>
          <StoryBody html={story.bodyHtml} lang={lang} />
        </ErrorBoundary>
      )}
      {story && (
        <p className={styles.actions}>
          {story.originalUrl !== null && story.originalUrl !== story.video?.url && (
            <a className={styles.original} href={story.originalUrl} rel="noopener noreferrer external">
              {storyPageWords.readAt(provider || new URL(story.originalUrl).hostname)}
            </a>
          )}
          {story.video && <VideoLink video={story.video} provider={provider} />}
          <LibraryPart part="StoryMarks" story={summary} />
          {share}
        </p>
      )}
      <CoverageList story={summary} related={story?.related ?? []} />
      {foot}
    </article>
  )
}
