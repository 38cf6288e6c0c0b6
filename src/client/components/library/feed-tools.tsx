import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import { savedPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import styles from './feed-tools.module.css'

interface Props {
  readonly words: LibraryWords
  /** Permalinks of the feed with unread stories only, or with all. */
  readonly unreadPath: string
  readonly isUnread: boolean
  /** Permalink of the stories that the user follows; null when none are followed. */
  readonly followedPath: string | null
  readonly isFollowed: boolean
  /** Stories that are muted in this feed. */
  readonly hidden: number
  readonly areMutedShown: boolean
  /** How many stories were marked as read a moment ago; null for none. */
  readonly justRead: number | null
  /** The story that was left half-way; null for none. */
  readonly left: { readonly path: string; readonly title: string } | null
  /** How many stories are new; empty for none. */
  readonly news: string
  readonly onMarkRead: () => void
  readonly onUndo: () => void
  readonly onShowMuted: () => void
}

/** What the user's library adds to a feed: the unread stories, and what is hidden. */
export function FeedTools({ words, justRead, hidden, ...props }: Props): ReactNode {
  return (
    <span className={styles.tools}>
      {props.news !== '' && <strong>{props.news}</strong>}
      <a href={hrefTo(props.unreadPath)} aria-current={props.isUnread ? 'true' : undefined} data-refinement="">
        {words.unread}
      </a>
      {props.followedPath !== null && (
        <a href={hrefTo(props.followedPath)} aria-current={props.isFollowed ? 'true' : undefined}>
          {words.myFeed}
        </a>
      )}
      <a href={hrefTo(savedPath)}>{words.settings}</a>
      <button type="button" onClick={props.onMarkRead}>
        {words.markTheseRead}
      </button>
      {justRead !== null && (
        <span>
          {words.markedCount(justRead)}{' '}
          <button type="button" onClick={props.onUndo}>
            {words.undo}
          </button>
        </span>
      )}
      {(hidden > 0 || props.areMutedShown) && (
        <span>
          {props.areMutedShown ? words.mutedShown : words.hidden(hidden)}{' '}
          <button type="button" onClick={props.onShowMuted}>
            {props.areMutedShown ? words.hideMuted : words.showMuted}
          </button>
        </span>
      )}
      {props.left !== null && (
        <a href={hrefTo(props.left.path)} dir="auto">
          {words.continueWith(props.left.title)}
        </a>
      )}
      {props.isUnread && <span>{words.unreadIsPrivate}</span>}
    </span>
  )
}
