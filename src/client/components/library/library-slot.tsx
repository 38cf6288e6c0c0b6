import { use, type ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { LibraryContext, type LibraryParts } from '../contexts/library.ts'
import styles from './library-slot.module.css'

interface Props {
  readonly part: Exclude<keyof LibraryParts, 'FeedTools'>
  readonly story: StorySummary
}

/** Reserves space for a part of the library until that is loaded. */
export function LibrarySlot({ part, story }: Props): ReactNode {
  const Part = use(LibraryContext)?.[part]
  return (
    <span className={styles.slot} data-part={part} data-scripted="">
      {Part && <Part story={story} />}
    </span>
  )
}
