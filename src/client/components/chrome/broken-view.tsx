import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'
import { Notice } from './notice.tsx'

/** A view that threw, or whose code could not be loaded. Only a reload helps. */
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
