import { Fragment, type ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { Icon } from './icon.tsx'
import styles from './also-covered.module.css'

type Props = { readonly story: Pick<StorySummary, 'alsoCoveredBy' | 'coveredElsewhere'> }

/** Links to the other stories of the same event by provider, those on this site first. */
export function AlsoCovered({ story }: Props): ReactNode {
  const { words } = useLanguage()
  const links = [
    ...story.alsoCoveredBy.map((other) => ({ ...other, href: hrefTo(storyPath(other.slug)), isElsewhere: false })),
    ...story.coveredElsewhere.map((other) => ({ ...other, href: other.url, isElsewhere: true })),
  ]
  if (links.length === 0) return null
  return (
    <p className={styles.covered}>
      {words.alsoCoveredBy}{' '}
      {links.map(({ href, title, provider, isElsewhere }, at) => (
        <Fragment key={href}>
          {at > 0 && ' '}
          <span className={styles.one}>
            <a href={href} title={title} rel={isElsewhere ? 'noopener noreferrer external' : undefined}>
              <bdi>
                <Highlighted text={provider?.name ?? title} />
              </bdi>
              {isElsewhere && (
                <>
                  <Icon of="elsewhere" />
                  <span className="visually-hidden"> {words.opensElsewhere}</span>
                </>
              )}
            </a>
            {at < links.length - 1 && ','}
          </span>
        </Fragment>
      ))}
    </p>
  )
}
