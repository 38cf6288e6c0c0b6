import { use, type ReactNode } from 'react'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { LibraryContext } from '../contexts/library.ts'
import styles from './library-slot.module.css'

/** Reserves space for what the library adds to a feed until that is loaded. */
export function FeedToolsSlot({ filter }: { readonly filter: FeedFilter }): ReactNode {
  const Part = use(LibraryContext)?.FeedTools
  return (
    <div className={styles.slot} data-part="FeedTools" data-scripted="">
      {Part && <Part filter={filter} />}
    </div>
  )
}
