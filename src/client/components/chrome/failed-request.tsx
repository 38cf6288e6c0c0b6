import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { useIsOffline } from '../contexts/offline.ts'
import styles from './notice.module.css'

interface Props {
  readonly onRetry: () => void
  /** It is the only content of the view, so the message is its heading. */
  readonly isWholeView?: boolean
  /** Adds a button that loads the page anew: the build wrote it with all its data. */
  readonly hasReload?: boolean
  /** Adds a link to the front page. */
  readonly hasWayBack?: boolean
}

/** Something could not be fetched, with a button to try again. */
export function FailedRequest({ onRetry, isWholeView = false, hasReload = false, hasWayBack = isWholeView }: Props): ReactNode {
  const { words } = useLanguage()
  const isOffline = useIsOffline()
  const Heading = isWholeView ? 'h1' : 'h2'
  return (
    <div className={styles.notice} role="alert">
      <Heading tabIndex={-1}>{isOffline ? words.notCached : words.couldNotLoad}</Heading>
      <p>{isOffline ? words.notCachedText : words.couldNotLoadText}</p>
      <button type="button" onClick={onRetry}>
        {words.tryAgain}
      </button>
      {hasReload && (
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      )}
      {hasWayBack && (
        <p>
          <a href={hrefTo(feedPath)}>{words.toFrontPage}</a>
        </p>
      )}
    </div>
  )
}
