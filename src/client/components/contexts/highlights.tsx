import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { NO_HIGHLIGHTS, type Highlights } from '../../../shared/search/search.ts'
import { splitAtHighlights } from '../../../shared/search/highlight.ts'

/** What the sought words matched in the stories on screen. */
export const HighlightsContext = createContext<Highlights>(NO_HIGHLIGHTS)

/** A text with the words that were sought marked. */
export function Highlighted({ text }: { text: string }): ReactNode {
  const marks = useContext(HighlightsContext)
  const parts = useMemo(() => firstOf(splitAtHighlights(text, marks)), [text, marks])
  return parts.map((part, at) => (at % 2 === 0 ? part : <mark key={at}>{part}</mark>))
}

/** Parts of a text at most, every second marked: a letter may begin each of its words. */
const MOST = 80

function firstOf(parts: string[]): string[] {
  return parts.length > MOST ? [...parts.slice(0, MOST), parts.slice(MOST).join('')] : parts
}
