import type { ReactNode } from 'react'
import type { StoryThread } from '../../../shared/contract/bundle.ts'
import { storyPath, threadPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './story-so-far.module.css'
import section from './section.module.css'
import { pageWords } from '../../../shared/words/pages.ts'

/** The timeline of a thread around one of its stories, which is marked, with a link to all of it. */
export function StorySoFar({ thread, slug }: { thread: StoryThread; slug: string }): ReactNode {
  const { formats } = useLanguage()
  return (
    <section className={styles.thread} aria-labelledby="thread">
      <h2 id="thread" className={section.heading}>{pageWords.storySoFar}</h2>
      <ol>
        {thread.stories.map((story) => (
          <li key={story.slug} aria-current={story.slug === slug || undefined}>
            <time dateTime={story.published} suppressHydrationWarning>{formats.date(story.published)}</time>
            {story.slug === slug ? <b dir="auto">{story.title}</b> : <a href={hrefTo(storyPath(story.slug))} dir="auto">{story.title}</a>}
          </li>
        ))}
      </ol>
      <p>
        <a href={hrefTo(threadPath(thread.slug))}>{pageWords.wholeThread}</a>
      </p>
    </section>
  )
}
