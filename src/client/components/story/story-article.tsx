import type { ReactNode } from 'react'
import type { Story, StorySummary } from '../../../shared/contract/bundle.ts'
import { AlsoCovered } from '../parts/also-covered.tsx'
import { useLanguage } from '../contexts/language.ts'
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
}

/** A story: headline, picture or video, text, and a link to the original. */
export function StoryArticle({ summary, story, share }: Props): ReactNode {
  const { words } = useLanguage()
  const lang = story?.language ?? undefined
  const provider = summary.provider?.name ?? ''
  return (
    <article id="content" className={styles.story} tabIndex={-1}>
      <header>
        <TopicLinks topics={summary.topics} />
        <h1 tabIndex={-1} dir="auto" lang={lang}>
          {summary.title}
        </h1>
        <StoryLine story={summary} />
      </header>
      <StoryPictures summary={summary} more={story?.images.slice(1) ?? []} player={story?.video?.playerUrl ?? null} />
      {story?.bodyHtml ? (
        <>
          {story.fullExcerpt !== '' && <p className={styles.standfirst} dir="auto" lang={lang}>{story.fullExcerpt}</p>}
          <StoryBody html={story.bodyHtml} lang={lang} />
        </>
      ) : (
        summary.excerpt !== '' && (
          <p className={styles.text} dir="auto" lang={lang}>
            {story?.fullExcerpt ?? summary.excerpt}
          </p>
        )
      )}
      {story?.updated && (
        <p className={styles.updated}>
          {words.updated} <StoryTime iso={story.updated} />
        </p>
      )}
      {story && (
        <p className={styles.actions}>
          {story.video && <VideoLink video={story.video} provider={provider} />}
          {story.originalUrl !== null && story.originalUrl !== story.video?.url && (
            <a className={styles.original} href={story.originalUrl} rel="noopener noreferrer external">
              {words.readAt(provider || new URL(story.originalUrl).hostname)}
            </a>
          )}
          {share}
        </p>
      )}
      <AlsoCovered story={summary} />
    </article>
  )
}
