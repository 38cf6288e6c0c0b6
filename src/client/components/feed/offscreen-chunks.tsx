import { memo, useEffect, useRef, type ReactNode } from 'react'
import styles from './feed.module.css'

/** Rows of a run of stretches with their titles, as far as they were shown. */
export type TitlesIn = (from: number, to: number) => readonly { readonly row: number; readonly title: string }[]

interface Props {
  /** Stretches, from (inclusive) and to (exclusive). */
  readonly from: number
  readonly to: number
  /** Pixels. */
  readonly height: number
  readonly watch: (block: Element) => () => void
  readonly tellRows: TitlesIn
  readonly onFound: (row: number) => void
}

/** How long the browser may take to scroll to what it found, in ms. */
const PATIENCE = 300

/**
 * Stretches too far from the window to be seen: a blank block. The titles that stood there are kept
 * as one text, a line each over the block's height, which only the browser's search can reveal.
 */
export const OffscreenChunks = memo(function FarRows({ from, to, height, watch, tellRows, onFound }: Props): ReactNode {
  const block = useRef<HTMLDivElement>(null)
  const rows = tellRows(from, to)

  useEffect(() => {
    const element = block.current
    if (element === null || rows.length === 0) return
    let timer: number | undefined
    const stop = () => {
      clearTimeout(timer)
      removeEventListener('scroll', tell)
    }
    // Which line was found is not told, but the browser scrolls it into the middle of the window.
    const tell = () => {
      stop()
      const { top, height } = element.getBoundingClientRect()
      const line = Math.floor(((innerHeight / 2 - top) / height) * rows.length)
      const hit = rows[Math.min(Math.max(line, 0), rows.length - 1)]
      if (hit) onFound(hit.row)
    }
    const onMatch = () => {
      timer = window.setTimeout(tell, PATIENCE)
      addEventListener('scroll', tell)
    }
    element.addEventListener('beforematch', onMatch)
    return () => {
      stop()
      element.removeEventListener('beforematch', onMatch)
    }
  }, [rows, onFound])

  const attach = (element: HTMLDivElement) => {
    block.current = element
    // By script, for the page's policy allows no style in the HTML.
    element.style.blockSize = `${height}px`
    element.style.lineHeight = `${height / Math.max(rows.length, 1)}px`
    // React knows `hidden` as yes or no only.
    if (rows.length > 0) element.setAttribute('hidden', 'until-found')
    return watch(element)
  }
  return (
    <div ref={attach} className={styles.far} data-scripted="">
      {rows.map(({ title }) => title).join('\n')}
    </div>
  )
})
