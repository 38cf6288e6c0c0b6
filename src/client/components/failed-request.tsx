import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import { Notice } from './notice.tsx'

/** Something could not be fetched; asking again may help. */
export function FailedRequest({ onRetry }: { onRetry: () => void }): ReactNode {
  const { words } = useLanguage()
  return (
    <div role="alert">
      <Notice title={words.couldNotLoad}>
        <p>{words.couldNotLoadText}</p>
        <button type="button" onClick={onRetry}>
          {words.tryAgain}
        </button>
      </Notice>
    </div>
  )
}
