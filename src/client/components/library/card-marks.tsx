import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import { CardMenu, type MenuItem } from './card-menu.tsx'
import { MarkButton } from './mark-button.tsx'
import styles from './marks.module.css'

interface Props {
  readonly words: LibraryWords
  readonly isRead: boolean
  readonly isSaved: boolean
  /** Unread stories have a dot, once the user has read any. */
  readonly hasDot: boolean
  /** The stories from here on were there at the last visit. */
  readonly isFirstKnown: boolean
  /** Names the story in the label of its menu. */
  readonly title: string
  readonly menu: readonly MenuItem[]
  readonly onToggleRead: () => void
  readonly onToggleSaved: () => void
}

/** Whether a card's story is read and saved, with buttons to change both, and a menu for the rest. */
export function CardMarks({ words, isRead, isSaved, hasDot, isFirstKnown, title, menu, onToggleRead, onToggleSaved }: Props): ReactNode {
  return (
    <span className={styles.marks} data-read={isRead || undefined}>
      {isFirstKnown && (
        <span className="visually-hidden" data-first-known="">
          {words.knownFromHere}
        </span>
      )}
      {isRead && <span className="visually-hidden">{words.read}</span>}
      {hasDot && <span className={styles.dot} role="img" aria-label={words.unread} />}
      <MarkButton icon="read" label={isRead ? words.markUnread : words.markRead} isOn={isRead} onPress={onToggleRead} />
      <MarkButton icon="save" label={isSaved ? words.removeSaved : words.save} isOn={isSaved} onPress={onToggleSaved} />
      <CardMenu label={words.more(title)} items={menu} />
    </span>
  )
}
