import type { ReactNode } from 'react'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import type { LibraryWords } from '../../../shared/words/library.ts'
import { hrefTo } from '../contexts/href.ts'
import styles from './continue-bar.module.css'

interface Props {
  readonly words: LibraryWords
  readonly slug: string
  readonly title: string
  readonly onDismiss: () => void
}

/** Offers a story that was left half-way. It lies over the page, so that it moves nothing. */
export function ContinueBar({ words, slug, title, onDismiss }: Props): ReactNode {
  return (
    <aside className={styles.bar} aria-label={words.continueReading}>
      <a href={hrefTo(storyPath(slug))} dir="auto">
        {words.continueStory(title)}
      </a>
      <button type="button" aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss}>
        ×
      </button>
    </aside>
  )
}
