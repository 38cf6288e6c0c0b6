import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './coverage-list.module.css'

/** How an event was covered: its stories by date, this one among them, then those from elsewhere. Nothing where this is the only one. */
export function CoverageList({ story }: { story: StorySummary }): ReactNode {
  const { words, formats } = useLanguage()
  if (story.alsoCoveredBy.length + story.coveredElsewhere.length === 0) return null
  const dated = [story, ...story.alsoCoveredBy].toSorted((a, b) => (a.published < b.published ? -1 : 1))
  return (
    <section className={styles.coverage} aria-labelledby="coverage">
      <h2 id="coverage">{words.howItWasCovered}</h2>
      <ol>
        {dated.map(({ id, slug, title, published, provider }) => (
          <li key={id} aria-current={id === story.id || undefined}>
            <time dateTime={published} suppressHydrationWarning>{formats.date(published)}</time>
            {id === story.id ? <b dir="auto">{title}</b> : <a href={hrefTo(storyPath(slug))} dir="auto">{title}</a>}
            <bdi>{provider?.name}</bdi>
          </li>
        ))}
        {story.coveredElsewhere.map(({ title, url, provider }) => (
          <li key={url}>
            <span />
            <a href={url} rel="noopener noreferrer external" dir="auto">
              {title}
              <span className="visually-hidden"> {words.opensElsewhere}</span>
            </a>
            <span>
              <bdi>{provider?.name ?? new URL(url).hostname}</bdi>
              <Icon of="elsewhere" />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
