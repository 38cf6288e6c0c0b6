import type { ReactNode } from 'react'
import { SearchBox } from '../components/chrome/search-box.tsx'
import { useSearchBox } from '../hooks/filters/use-search-box.ts'

/** The search box of every view: typing opens the feed, or narrows the one on screen. */
export function Search(): ReactNode {
  return <SearchBox {...useSearchBox()} />
}
