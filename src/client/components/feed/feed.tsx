import { type FocusEvent, type ReactNode, type RefObject } from 'react'
import { chunksPerBlock } from '../../../shared/feed/feed-chunks.ts'
import { OffscreenChunks, type TitlesIn } from './offscreen-chunks.tsx'
import styles from './feed.module.css'

interface Props {
  readonly label: string
  /** How many stretches the feed is cut into. */
  readonly count: number
  readonly isBusy: boolean
  /** For the feed's own element, and for each block in it. */
  readonly feed: RefObject<HTMLDivElement | null>
  readonly watch: (block: Element) => () => void
  readonly isShown: (stretch: number) => boolean
  /** Pixels of a run of stretches, from (inclusive) and to (exclusive). */
  readonly heightOf: (from: number, to: number) => number
  readonly tellRows: TitlesIn
  /** One stretch with its cards. */
  readonly renderStretch: (stretch: number) => ReactNode
  /** The stretch that has the focus has changed; null for none. */
  readonly onHold: (stretch: number | null) => void
  /** The browser has found a row's title where it stands blank. */
  readonly onFound: (row: number) => void
}

/**
 * A feed of any length. What is near the window stands there as cards; far stretches are blank
 * blocks of the same height, the farthest folded into one.
 */
export function Feed({ label, count, isBusy, feed, watch, isShown, heightOf, tellRows, renderStretch, onHold, onFound }: Props): ReactNode {
  const size = chunksPerBlock(count)
  const folds = Array.from({ length: Math.ceil(count / size) }, (_, fold) => fold * size)
  const far = (from: number, to: number) => (
    <OffscreenChunks key={`${from}-${to}`} from={from} to={to} height={heightOf(from, to)} watch={watch} tellRows={tellRows} onFound={onFound} />
  )
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // A window that is left keeps its focus for the return.
    if (!currentTarget.contains(relatedTarget) && !currentTarget.contains(document.activeElement)) onHold(null)
  }
  return (
    <div ref={feed} className={styles.feed} role="feed" aria-label={label} aria-busy={isBusy} onFocus={(event) => onHold(stretchOf(event.target))} onBlur={onBlur}>
      {folds.map((from) => {
        const stretches = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at)
        if (!stretches.some(isShown)) return far(from, from + stretches.length)
        return stretches.map((stretch) => (isShown(stretch) ? renderStretch(stretch) : far(stretch, stretch + 1)))
      })}
    </div>
  )
}

function stretchOf(element: Element): number | null {
  const stretch = element.closest<HTMLElement>('[data-stretch]')?.dataset['stretch']
  return stretch === undefined ? null : Number(stretch)
}
