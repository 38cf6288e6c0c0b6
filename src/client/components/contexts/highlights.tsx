import { createContext, useContext, useMemo, type ReactNode } from 'react'

/** Splits a text at its search matches: parts with an odd index are matches; joined, all parts are the text. */
export type Highlighter = (text: string) => readonly string[]

/** Highlights nothing. */
export const noHighlighter: Highlighter = (text) => [text]

/** Highlights what the search matched in the stories on screen. */
export const HighlighterContext = createContext<Highlighter>(noHighlighter)

/** A text with search matches highlighted. */
export function Highlighted({ text }: { text: string }): ReactNode {
  const split = useContext(HighlighterContext)
  const parts = useMemo(() => limitParts(split(text)), [text, split])
  return parts.map((part, at) => (at % 2 === 0 ? part : <mark key={at}>{part}</mark>))
}

/** Maximum parts of a text, every second highlighted: a single letter may match every word. */
const MAX_PARTS = 80

function limitParts(parts: readonly string[]): readonly string[] {
  return parts.length > MAX_PARTS ? [...parts.slice(0, MAX_PARTS), parts.slice(MAX_PARTS).join('')] : parts
}
