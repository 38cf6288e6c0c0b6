import type { ReactNode } from 'react'
import { SearchBox } from '../components/chrome/search-box.tsx'
import { useSearchBox } from '../hooks/filters/use-search-box.ts'

/** The search, on every view: typing leads to the feed, or narrows the one on screen. */
export function Search(): ReactNode {
  return <SearchBox {...useSearchBox()} />
}
