import { useEffect, useMemo, useState } from 'react'
import type { Highlights } from '../../../shared/search/search.ts'
import { noHighlighter, type Highlighter } from '../../components/contexts/highlights.tsx'

type Split = (text: string, highlights: Highlights) => readonly string[]

/** Highlights the matches of a search. Its code loads with the first search; until then, and if it can't be loaded, nothing is highlighted. */
export function useHighlighter(highlights: Highlights): Highlighter {
  const [split, setSplit] = useState<Split | null>(null)
  const isNeeded = highlights.words.length + highlights.prefixes.length > 0
  useEffect(() => {
    if (isNeeded) import('../../../shared/search/highlight.ts').then(({ splitAtHighlights }) => setSplit(() => splitAtHighlights)).catch(() => undefined)
  }, [isNeeded])
  return useMemo(() => (split === null ? noHighlighter : (text) => split(text, highlights)), [split, highlights])
}
