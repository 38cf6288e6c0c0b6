import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'

/** Stands in for a part of a view that threw; the rest of the view goes on. */
export function BrokenPart(): ReactNode {
  const { words } = useLanguage()
  return <p role="alert">{words.broken}</p>
}
