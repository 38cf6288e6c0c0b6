import { useId, type ReactNode } from 'react'
import { MAX_DAY_EVENTS, type DayEvent, type DayPage } from '../../../shared/contract/render-page.ts'
import { archivePath, dayPath, storyPath, threadPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './archive.module.css'
import { ArchivedStories } from './archived-stories.tsx'
import { pageWords } from '../../../shared/words/pages.ts'

/** The events of a day, the most covered first, with links to the days around it. */
export function DayEdition({ page }: { page: DayPage }): ReactNode {
  const { words, formats } = useLanguage()
  const link = (day: string | null, name: string, rel: string) =>
    day !== null && (
      // A full page load: inside the app a day is a feed.
      <a href={hrefTo(dayPath(day))} rel={rel} title={name} data-document="" suppressHydrationWarning>
        {formats.date(day)}
      </a>
    )
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1} suppressHydrationWarning>{formats.weekday(page.day)}</h1>
      <p suppressHydrationWarning>{words.stories(page.count)}</p>
      <div className={styles.stories}>
        {page.events.map((event) => (
          <EventOfDay key={event.story.slug} event={event} />
        ))}
      </div>
      {page.events.length === MAX_DAY_EVENTS && (
        <p>
          <a href={hrefTo(archivePath(page.day.slice(0, 7)))} suppressHydrationWarning>{pageWords.monthTitle(formats.month(page.day.slice(0, 7)))}</a>
        </p>
      )}
      <nav className={styles.days} aria-label={words.dates}>
        {link(page.previous, pageWords.previousDay, 'prev')}
        {link(page.next, pageWords.nextDay, 'next')}
      </nav>
    </div>
  )
}

function EventOfDay({ event: { story, excerpt, sources, others, thread } }: { event: DayEvent }): ReactNode {
  const { words } = useLanguage()
  const headingId = useId()
  return (
    <article className={styles.event} aria-labelledby={headingId}>
      <h2 id={headingId} dir="auto">
        <a href={hrefTo(storyPath(story.slug))}>{story.title}</a>
      </h2>
      {excerpt !== '' && <p dir="auto">{excerpt}</p>}
      <p>
        {[
          story.provider !== null && <bdi key="provider">{story.provider}</bdi>,
          others.length > 0 && <span key="sources" suppressHydrationWarning>{words.sources(sources)}</span>,
          thread !== null && <a key="thread" href={hrefTo(threadPath(thread))}>{pageWords.storySoFar}</a>,
        ]
          .filter((part) => part !== false)
          .flatMap((part, at) => (at === 0 ? part : [' · ', part]))}
      </p>
      {others.length > 0 && <ArchivedStories stories={others} />}
    </article>
  )
}
