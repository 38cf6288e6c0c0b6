import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { Icon } from './icon.tsx'
import styles from './also-covered.module.css'

type Props = { readonly story: Pick<StorySummary, 'alsoCoveredBy' | 'coveredElsewhere'> }

/** Links to the other stories of the same event, those on this site first; several open in place. */
export function AlsoCovered({ story }: Props): ReactNode {
  const { words } = useLanguage()
  const links = [
    ...story.alsoCoveredBy.map((other) => ({ ...other, href: hrefTo(storyPath(other.slug)), isElsewhere: false })),
    ...story.coveredElsewhere.map((other) => ({ ...other, href: other.url, isElsewhere: true })),
  ]
  if (links.length === 0) return null
  if (links.length > 1) {
    return (
      <details className={styles.covered}>
        <summary suppressHydrationWarning>{words.sources(links.length + 1)}</summary>
        <ul>
          {links.map(({ href, title, provider, isElsewhere }) => (
            <li key={href}>
              <a href={href} dir="auto" rel={isElsewhere ? 'noopener noreferrer external' : undefined}>
                <Highlighted text={title} />
                {isElsewhere && <Elsewhere />}
              </a>{' '}
              <bdi>{provider?.name}</bdi>
            </li>
          ))}
        </ul>
      </details>
    )
  }
  return (
    <p className={styles.covered}>
      {words.alsoCoveredBy}{' '}
      {links.map(({ href, title, provider, isElsewhere }) => (
        <a key={href} href={href} title={title} rel={isElsewhere ? 'noopener noreferrer external' : undefined}>
          <bdi>
            <Highlighted text={provider?.name ?? title} />
          </bdi>
          {isElsewhere && <Elsewhere />}
        </a>
      ))}
    </p>
  )
}

function Elsewhere(): ReactNode {
  const { words } = useLanguage()
  return (
    <>
      <Icon of="elsewhere" />
      <span className="visually-hidden"> {words.opensElsewhere}</span>
    </>
  )
}
