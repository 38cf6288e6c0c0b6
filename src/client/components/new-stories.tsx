import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import styles from './new-stories.module.css'

/** Tells of a newer bundle without moving what the reader is reading. */
export function NewStories({ isFailed, onShow }: { isFailed: boolean; onShow: () => void }): ReactNode {
  const { words } = useLanguage()
  return (
    <p className={styles.bar} role="status">
      {isFailed ? words.couldNotLoad : words.newStories}{' '}
      <button type="button" onClick={onShow}>
        {words.showNewStories}
      </button>
    </p>
  )
}
