import { memo, useEffect, useRef, type ReactNode } from 'react'
import styles from './feed.module.css'

/** Rows of a range of chunks with their titles, as far as they have been loaded. */
export type TitlesIn = (from: number, to: number) => readonly { readonly row: number; readonly title: string }[]

interface Props {
  /** Chunks, from (inclusive) and to (exclusive). */
  readonly from: number
  readonly to: number
  /** Pixels. */
  readonly height: number
  readonly observe: (block: Element) => () => void
  readonly titlesIn: TitlesIn
  readonly onFindMatch: (row: number) => void
}

/** How long the browser may take to scroll to a match, in ms. */
const SCROLL_TIMEOUT = 300

/**
 * Chunks that are off screen: a blank block of their height. It holds the titles of the rows that were
 * loaded, one line each, so that find-in-page still finds them (`hidden="until-found"`).
 */
export const OffscreenChunks = memo(function OffscreenChunks({ from, to, height, observe, titlesIn, onFindMatch }: Props): ReactNode {
  const block = useRef<HTMLDivElement>(null)
  const rows = titlesIn(from, to)

  useEffect(() => {
    const element = block.current
    if (element === null || rows.length === 0) return
    let timer: number | undefined
    const stop = () => {
      clearTimeout(timer)
      removeEventListener('scroll', report)
    }
    // The event does not say which line matched, but the browser scrolls it to the middle of the viewport.
    const report = () => {
      stop()
      const { top, height } = element.getBoundingClientRect()
      const line = Math.floor(((innerHeight / 2 - top) / height) * rows.length)
      const hit = rows[Math.min(Math.max(line, 0), rows.length - 1)]
      if (hit) onFindMatch(hit.row)
    }
    const onMatch = () => {
      timer = window.setTimeout(report, SCROLL_TIMEOUT)
      addEventListener('scroll', report)
    }
    element.addEventListener('beforematch', onMatch)
    return () => {
      stop()
      element.removeEventListener('beforematch', onMatch)
    }
  }, [rows, onFindMatch])

  const attach = (element: HTMLDivElement) => {
    block.current = element
    // Set by script: the content security policy forbids style attributes in the HTML.
    element.style.blockSize = `${height}px`
    element.style.lineHeight = `${height / Math.max(rows.length, 1)}px`
    // React supports `hidden` as a boolean only.
    if (rows.length > 0) element.setAttribute('hidden', 'until-found')
    return observe(element)
  }
  return (
    <div ref={attach} className={styles.offscreen} data-scripted="">
      {rows.map(({ title }) => title).join('\n')}
    </div>
  )
})
