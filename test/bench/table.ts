/** One line of the result: what was measured, and its value at each size. */
export interface Row {
  readonly name: string
  readonly values: readonly string[]
}

/** Rows as a Markdown table, columns aligned for a terminal. */
export function formatTable(head: readonly string[], rows: readonly Row[]): string {
  const lines = [head, ...rows.map(({ name, values }) => [name, ...values])]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const format = (line: readonly string[]) => {
    const cells = widths.map((width, column) => (column === 0 ? (line[0] ?? '').padEnd(width) : (line[column] ?? '').padStart(width)))
    return `| ${cells.join(' | ')} |`
  }
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [format(head), rule, ...lines.slice(1).map(format)].join('\n')
}

/** How many times `part` goes into `whole`: `5.1×`; `–` where one was not measured. */
export function ratio(whole: number | null, part: number | null): string {
  return whole === null || part === null || part === 0 ? '–' : `${(whole / part).toFixed(1)}×`
}

/** A measured value, or `–` where there is none. */
export function shown(value: number | null, unit: 's' | 'ms' | 'µs' | 'kB' | 'MB' | ''): string {
  if (value === null) return '–'
  const digits = unit === 's' || (unit === 'kB' && value < 100) ? 1 : 0
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit === '' ? '' : ` ${unit}`}`
}

/** The middle one; of two the smaller. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}
