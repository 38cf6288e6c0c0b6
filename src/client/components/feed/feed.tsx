import { type FocusEvent, type ReactNode, type RefObject } from 'react'
import { chunksPerBlock } from '../../../shared/feed/feed-chunks.ts'
import { OffscreenChunks, type TitlesIn } from './offscreen-chunks.tsx'
import styles from './feed.module.css'

interface Props {
  readonly label: string
  /** Number of chunks in the feed. */
  readonly count: number
  readonly isBusy: boolean
  /** Refs for the feed's element and for each block in it. */
  readonly feed: RefObject<HTMLDivElement | null>
  readonly observe: (block: Element) => () => void
  readonly isShown: (chunk: number) => boolean
  /** Height in pixels of the chunks from (inclusive) and to (exclusive). */
  readonly heightOf: (from: number, to: number) => number
  readonly titlesIn: TitlesIn
  /** Renders one chunk with its cards. */
  readonly renderChunk: (chunk: number) => ReactNode
  /** Another chunk has the focus now; null for none. */
  readonly onFocusChange: (chunk: number | null) => void
  /** Find-in-page has matched the title of a row that is off screen. */
  readonly onFindMatch: (row: number) => void
}

/**
 * A feed of any length (a windowed list). Chunks near the viewport are rendered as cards; the others are
 * blank blocks of the same height, and distant ones share a block.
 */
export function Feed({ label, count, isBusy, feed, observe, isShown, heightOf, titlesIn, renderChunk, onFocusChange, onFindMatch }: Props): ReactNode {
  const size = chunksPerBlock(count)
  const blocks = Array.from({ length: Math.ceil(count / size) }, (_, at) => at * size)
  const offscreen = (from: number, to: number) => (
    <OffscreenChunks key={`${from}-${to}`} from={from} to={to} height={heightOf(from, to)} observe={observe} titlesIn={titlesIn} onFindMatch={onFindMatch} />
  )
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Focus that leaves the browser window comes back to the same card.
    if (!currentTarget.contains(relatedTarget) && !currentTarget.contains(document.activeElement)) onFocusChange(null)
  }
  return (
    <div ref={feed} className={styles.feed} role="feed" aria-label={label} aria-busy={isBusy} onFocus={(event) => onFocusChange(chunkAt(event.target))} onBlur={onBlur}>
      {blocks.map((from) => {
        const chunks = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at)
        if (!chunks.some(isShown)) return offscreen(from, from + chunks.length)
        return chunks.map((chunk) => (isShown(chunk) ? renderChunk(chunk) : offscreen(chunk, chunk + 1)))
      })}
    </div>
  )
}

function chunkAt(element: Element): number | null {
  const chunk = element.closest<HTMLElement>('[data-chunk]')?.dataset['chunk']
  return chunk === undefined ? null : Number(chunk)
}
