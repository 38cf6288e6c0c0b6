import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import { MarkButton } from './mark-button.tsx'
import styles from './marks.module.css'

interface Props {
  readonly words: LibraryWords
  readonly isRead: boolean
  readonly isSaved: boolean
  readonly onToggleRead: () => void
  readonly onToggleSaved: () => void
}

/** Buttons on a story's page that save it, or mark it as unread. */
export function StoryMarks({ words, isRead, isSaved, onToggleRead, onToggleSaved }: Props): ReactNode {
  return (
    <span className={styles.marks}>
      <MarkButton icon="save" label={isSaved ? words.removeSaved : words.save} isOn={isSaved} onPress={onToggleSaved}>
        {isSaved ? words.saved : words.save}
      </MarkButton>
      <MarkButton icon="read" label={isRead ? words.markUnread : words.markRead} isOn={isRead} onPress={onToggleRead} />
    </span>
  )
}
