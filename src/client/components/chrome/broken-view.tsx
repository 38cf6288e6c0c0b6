import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'
import { Notice } from './notice.tsx'

/** A view whose code failed, or could not be loaded. Only a fresh page helps. */
export function BrokenView(): ReactNode {
  const { words } = useLanguage()
  return (
    <Notice title={words.broken}>
      <button type="button" onClick={() => location.reload()}>
        {words.tryAgain}
      </button>
    </Notice>
  )
}
