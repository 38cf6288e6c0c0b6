import { startTransition, useEffect, useEffectEvent, useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react'
import type { MonthCounts } from '../../../shared/contract/bundle.ts'
import { toMonthBins, type MonthBin } from '../../../shared/filter/month-bins.ts'
import { filterWords } from '../../../shared/words/filters.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './month-histogram.module.css'

/** Debounce of the sliders, in ms. */
const DEBOUNCE = 250

/** Characters of a day (`2020-05-20`); a month has seven. */
const DAY_LENGTH = 10

interface Props {
  /** Months of the whole site. */
  readonly span: MonthCounts
  /** Stories per month under the filter; null while unknown. */
  readonly months: MonthCounts | null
  readonly after: string | null
  readonly before: string | null
  /** `isContinued` when the change continues the last one, as dragging a slider does. */
  readonly onChoose: (after: string | null, before: string | null, isContinued: boolean) => void
}

/** Selected bars, both ends included. */
interface Range {
  readonly from: number
  readonly to: number
}

/** The date filter: a histogram of stories per month to click or drag over, with a slider at each end. */
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

  const describe = (bin: MonthBin | undefined) => (months === null ? periodOf(bin) : filterWords.storiesIn(periodOf(bin), bin?.stories ?? 0))

  const choose = (range: Range, isSlid: boolean) => {
    const continues = isSlid && isContinued.current
    isContinued.current = isSlid
    startTransition(() => {
      setDraft(null)
      // A slider changes one end only; the other may be a day within a bar.
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
    const timer = setTimeout(() => onSlid(slid), DEBOUNCE)
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
    // Clicking the only selected bar again clears the filter.
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
      {/* For pointers; keyboards and screen readers use the sliders. */}
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
            title={describe(bin)}
            data-chosen={(at >= from && at <= to) || undefined}
            style={{ '--height': bin.stories / highest } as CSSProperties}
          />
        ))}
      </div>
      <div className={styles.sliders}>
        <input
          {...slider}
          aria-label={filterWords.fromMonth}
          aria-valuetext={describe(bins[from])}
          value={from}
          onChange={(event) => slide({ from: Math.min(Number(event.target.value), to), to })}
        />
        <input
          {...slider}
          aria-label={filterWords.untilMonth}
          aria-valuetext={describe(bins[to])}
          value={to + 1}
          onChange={(event) => slide({ from, to: Math.max(Number(event.target.value) - 1, from) })}
        />
      </div>
      <p>{words.period(formats.month(bins[from]?.first ?? ''), formats.month(bins[to]?.last ?? ''))}</p>
    </section>
  )
}

/** The bars that contain the filter's first and last day or month. */
function rangeOf(bins: readonly MonthBin[], after: string | null, before: string | null): Range {
  const from = after === null ? 0 : bins.findIndex((bin) => bin.last >= after.slice(0, 7))
  const beyond = before === null ? -1 : bins.findIndex((bin) => bin.first > before.slice(0, 7))
  const to = beyond === -1 ? bins.length - 1 : Math.max(0, beyond - 1)
  return { from: from === -1 ? bins.length - 1 : Math.min(from, to), to }
}

/** The bar at the pointer, clamped to the plot. */
function binAt(event: PointerEvent<HTMLElement>, bins: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const part = (event.clientX - left) / width
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  return Math.min(bins - 1, Math.max(0, Math.floor((isRtl ? 1 - part : part) * bins)))
}
