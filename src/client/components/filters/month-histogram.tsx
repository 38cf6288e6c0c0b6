import { startTransition, useEffect, useEffectEvent, useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react'
import type { MonthCounts } from '../../../shared/contract/bundle.ts'
import { toMonthBins, type MonthBin } from '../../../shared/filter/month-bins.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './month-histogram.module.css'

/** How long a slider rests before its place is taken, in ms. */
const REST = 250

/** Of a day, which is less than a bar; a month has seven characters. */
const DAY_LENGTH = 10

interface Props {
  /** The whole time there is. */
  readonly span: MonthCounts
  /** What is counted in it; null while that is not known. */
  readonly months: MonthCounts | null
  readonly after: string | null
  readonly before: string | null
  /** `isContinued` when the choice goes on from the one before, as a slider does. */
  readonly onChoose: (after: string | null, before: string | null, isContinued: boolean) => void
}

/** The bars chosen, both included. */
interface Range {
  readonly from: number
  readonly to: number
}

/** Stories per month, and the filter by date: bars to click and drag over, a slider at either end. */
export function MonthHistogram({ span, months, after, before, onChoose }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const bins = toMonthBins(span, months ?? [])
  const last = bins.length - 1
  const chosen = rangeOf(bins, after, before)
  const [draft, setDraft] = useState<Range | null>(null)
  const [slid, setSlid] = useState<Range | null>(null)
  const anchor = useRef<number | null>(null)
  const isContinued = useRef(false)
  const { from, to } = draft ?? chosen
  const highest = Math.max(1, ...bins.map((bin) => bin.stories))
  const isSet = after !== null || before !== null || draft !== null
  const periodOf = (bin: MonthBin | undefined) => (bin ? words.period(formats.month(bin.first), formats.month(bin.last)) : '')

  const tell = (bin: MonthBin | undefined) => (months === null ? periodOf(bin) : words.storiesIn(periodOf(bin), bin?.stories ?? 0))

  const choose = (range: Range, isSlid: boolean) => {
    const continues = isSlid && isContinued.current
    isContinued.current = isSlid
    startTransition(() => {
      setDraft(null)
      // A slider moves its own end: the other may be a day within its bar.
      onChoose(
        isSlid && range.from === chosen.from ? after : range.from === 0 ? null : (bins[range.from]?.first ?? null),
        isSlid && range.to === chosen.to ? before : range.to === last ? null : (bins[range.to]?.last ?? null),
        continues,
      )
    })
  }
  const onSlid = useEffectEvent((range: Range) => choose(range, true))
  useEffect(() => {
    if (slid === null) return
    const timer = setTimeout(() => onSlid(slid), REST)
    return () => clearTimeout(timer)
  }, [slid])

  const dragTo = (event: PointerEvent<HTMLElement>) => {
    if (anchor.current === null) return null
    const at = binAt(event, bins.length)
    const range = { from: Math.min(anchor.current, at), to: Math.max(anchor.current, at) }
    setDraft(range)
    return range
  }
  const onDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    anchor.current = binAt(event, bins.length)
    dragTo(event)
  }
  const onUp = (event: PointerEvent<HTMLElement>) => {
    const range = dragTo(event)
    anchor.current = null
    const isWhole = after?.length !== DAY_LENGTH && before?.length !== DAY_LENGTH
    const isSame = isWhole && range?.from === chosen.from && range.to === chosen.to
    // The bar that is chosen alone, clicked again, lets go.
    if (range) choose(isSame && range.from === range.to ? { from: 0, to: last } : range, false)
  }
  const onCancel = () => {
    anchor.current = null
    setDraft(null)
  }
  const slide = (range: Range) => {
    setDraft(range)
    setSlid(range)
  }
  const slider = { type: 'range', min: 0, max: bins.length, onBlur: () => (isContinued.current = false) } as const

  return (
    <section className={styles.histogram} aria-label={words.dates} data-set={isSet || undefined}>
      <h3>{words.dates}</h3>
      {/* For pointers; the sliders say the same to everybody else. */}
      <div
        className={styles.plot}
        aria-hidden="true"
        onPointerDown={onDown}
        onPointerMove={dragTo}
        onPointerUp={onUp}
        onPointerCancel={onCancel}
      >
        {bins.map((bin, at) => (
          <span
            key={bin.first}
            title={tell(bin)}
            data-chosen={(at >= from && at <= to) || undefined}
            style={{ '--height': bin.stories / highest } as CSSProperties}
          />
        ))}
      </div>
      <div className={styles.sliders}>
        <input
          {...slider}
          aria-label={words.fromMonth}
          aria-valuetext={tell(bins[from])}
          value={from}
          onChange={(event) => slide({ from: Math.min(Number(event.target.value), to), to })}
        />
        <input
          {...slider}
          aria-label={words.untilMonth}
          aria-valuetext={tell(bins[to])}
          value={to + 1}
          onChange={(event) => slide({ from, to: Math.max(Number(event.target.value) - 1, from) })}
        />
      </div>
      <p>{words.period(formats.month(bins[from]?.first ?? ''), formats.month(bins[to]?.last ?? ''))}</p>
    </section>
  )
}

/** The bars that a filter's first and last day or month fall into. */
function rangeOf(bins: readonly MonthBin[], after: string | null, before: string | null): Range {
  const from = after === null ? 0 : bins.findIndex((bin) => bin.last >= after.slice(0, 7))
  const beyond = before === null ? -1 : bins.findIndex((bin) => bin.first > before.slice(0, 7))
  const to = beyond === -1 ? bins.length - 1 : Math.max(0, beyond - 1)
  return { from: from === -1 ? bins.length - 1 : Math.min(from, to), to }
}

/** The bar under a pointer, or the nearest. */
function binAt(event: PointerEvent<HTMLElement>, bins: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const part = (event.clientX - left) / width
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  return Math.min(bins - 1, Math.max(0, Math.floor((isRtl ? 1 - part : part) * bins)))
}
