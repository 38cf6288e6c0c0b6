import type { ReactNode } from 'react'
import type { Provider, RelatedStory, StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './coverage-list.module.css'
import section from './section.module.css'

interface Props {
  readonly story: StorySummary
  /** Its related stories, which know the dates of coverage elsewhere; empty while they load. */
  readonly related: readonly RelatedStory[]
}

interface Entry {
  readonly title: string
  readonly href: string
  readonly published: string | null
  readonly provider: Provider | null
  readonly isElsewhere: boolean
}

/** How an event was covered: its stories by date, this one among them, and those from elsewhere. Nothing where this is the only one. */
export function CoverageList({ story, related }: Props): ReactNode {
  const { words, formats } = useLanguage()
  if (story.alsoCoveredBy.length + story.coveredElsewhere.length === 0) return null
  const here = [story, ...story.alsoCoveredBy].map((one): Entry => ({ ...one, href: hrefTo(storyPath(one.slug)), isElsewhere: false }))
  const dateOf = (url: string) => related.find((entry) => entry.url === url)?.published ?? null
  const elsewhere = story.coveredElsewhere.map((one): Entry => ({ ...one, href: one.url, published: dateOf(one.url), isElsewhere: true }))
  const LAST = '~'
  const entries = [...here, ...elsewhere].toSorted((a, b) => ((a.published ?? LAST) < (b.published ?? LAST) ? -1 : 1))
  return (
    <section className={styles.coverage} aria-labelledby="coverage">
      <h2 id="coverage" className={section.heading}>{storyPageWords.howItWasCovered}</h2>
      <ol>
        {entries.map(({ title, href, published, provider, isElsewhere }) => {
          const isThis = href === here[0]?.href
          return (
            <li key={href} aria-current={isThis || undefined}>
              {published === null ? <span /> : <time dateTime={published} suppressHydrationWarning>{formats.date(published)}</time>}
              {isThis ? (
                <b dir="auto">{title}</b>
              ) : (
                <a href={href} rel={isElsewhere ? 'noopener noreferrer external' : undefined} dir="auto">
                  {title}
                  {isElsewhere && <span className="visually-hidden"> {words.opensElsewhere}</span>}
                </a>
              )}
              <span>
                <bdi>{provider?.name ?? (isElsewhere ? new URL(href).hostname : null)}</bdi>
                {isElsewhere && <Icon of="elsewhere" />}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
