import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { NO_HIGHLIGHTS, type Highlights } from '../../../shared/search/search.ts'
import { splitAtHighlights } from '../../../shared/search/highlight.ts'

/** What the search matched in the stories on screen. */
export const HighlightsContext = createContext<Highlights>(NO_HIGHLIGHTS)

/** A text with search matches highlighted. */
export function Highlighted({ text }: { text: string }): ReactNode {
  const highlights = useContext(HighlightsContext)
  const parts = useMemo(() => limitParts(splitAtHighlights(text, highlights)), [text, highlights])
  return parts.map((part, at) => (at % 2 === 0 ? part : <mark key={at}>{part}</mark>))
}

/** Maximum parts of a text, every second highlighted: a single letter may match every word. */
const MAX_PARTS = 80

function limitParts(parts: string[]): string[] {
  return parts.length > MAX_PARTS ? [...parts.slice(0, MAX_PARTS), parts.slice(MAX_PARTS).join('')] : parts
}
