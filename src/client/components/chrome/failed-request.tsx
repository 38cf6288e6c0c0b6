import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { useIsOffline } from '../contexts/offline.ts'
import styles from './notice.module.css'

interface Props {
  readonly onRetry: () => void
  /** Nothing else stands in the view: the message is its heading. */
  readonly isWholeView?: boolean
  /** Offers the front page, which is always there; a whole view always does. */
  readonly hasWayBack?: boolean
}

/** Something could not be fetched; asking again may help. */
export function FailedRequest({ onRetry, isWholeView = false, hasWayBack = isWholeView }: Props): ReactNode {
  const { words } = useLanguage()
  const isOffline = useIsOffline()
  const Heading = isWholeView ? 'h1' : 'h2'
  return (
    <div className={styles.notice} role="alert">
      <Heading tabIndex={-1}>{isOffline ? words.notKept : words.couldNotLoad}</Heading>
      <p>{isOffline ? words.notKeptText : words.couldNotLoadText}</p>
      <button type="button" onClick={onRetry}>
        {words.tryAgain}
      </button>
      {hasWayBack && (
        <p>
          <a href={hrefTo(feedPath)}>{words.toFrontPage}</a>
        </p>
      )}
    </div>
  )
}
