import { isUnsetDate, parseDate } from '../values/parse-date.ts'
import type { DateOrder } from '../../config/read-options.ts'
import type { FieldNames } from './field-names.ts'
import type { FieldPath, IssueCollector } from '../../issues/issue-collector.ts'
import { canonicalAddress, parseWebAddress } from '../values/web-address.ts'
import { quote } from '../../issues/terminal-text.ts'
import { toNames } from './name-list.ts'
import { isMapping, scalarOf, type Mapping } from '../values/mapping.ts'

/** An error loses the story, a warning only the value. */
export type Severity = 'error' | 'warning'

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i
/** Numbers are below this, and above its negative. */
const MAX_NUMBER = 1e9
/** Numbers are rounded to millionths, so that a link can name each without an exponent. */
const PRECISION = 1e6
const YES = /^(?:true|yes|on|1)$/i
const NO = /^(?:false|no|off|0)$/i

/**
 * Typed readers of the fields of one mapping. Every scalar is a string; '', `~` and `null` mean absent.
 * An invalid value is reported and read as absent.
 */
export class Fields {
  readonly path: FieldPath
  readonly collector: IssueCollector
  private readonly mapping: Mapping
  private readonly names: FieldNames
  private readonly dates: DateOrder

  /** `names` maps fields to the names that the mapping has for them; `dates` decides ambiguous dates. */
  constructor(mapping: Mapping, path: FieldPath, collector: IssueCollector, dates: DateOrder = null, names: FieldNames = new Map()) {
    this.mapping = mapping
    this.path = path
    this.collector = collector
    this.dates = dates
    this.names = names
  }

  /** The path of a field of this mapping. */
  at(name: string): FieldPath {
    return [...this.path, this.names.get(name) ?? name]
  }

  /** Reports an issue of a field. */
  report(name: string, message: string, severity: Severity = 'warning'): void {
    this.collector[severity](this.at(name), message)
  }

  /** A scalar as written, without surrounding white space; empty when absent. */
  text(name: string, severity: Severity = 'warning'): string {
    const value = this.value(name)
    if (typeof value === 'string') return value
    if (value !== null) this.report(name, `is ${typeName(value)}, but must be text. Write a single text.`, severity)
    return ''
  }

  /** A number, rounded to millionths; null when absent. */
  number(name: string): number | null {
    const text = this.text(name)
    if (text === '') return null
    // `+ 0` turns −0 into 0.
    const number = NUMBER.test(text) ? Math.round(Number(text) * PRECISION) / PRECISION + 0 : Number.NaN
    if (Math.abs(number) < MAX_NUMBER) return number
    this.report(name, `${quote(text)} ${Number.isNaN(number) ? 'is not a number. Write digits, such as 39.' : 'is too large. Write a number between -1,000,000,000 and 1,000,000,000.'}`)
    return null
  }

  /** `true`, `yes`, `on`, `1` or `false`, `no`, `off`, `0`, in any case; null when absent. */
  flag(name: string): boolean | null {
    const text = this.text(name)
    if (text === '') return null
    if (YES.test(text)) return true
    if (NO.test(text)) return false
    this.report(name, `${quote(text)} is neither true nor false. Write one of them.`)
    return null
  }

  /** A date in UTC, `2020-05-20T08:07:00Z`; null when absent or unset (0001-01-01). */
  date(name: string, severity: Severity): string | null {
    // Obsidian and Logseq link dates to their daily notes: `[[2024-05-20]]`.
    const value = this.value(name)
    // An unfilled template says `{{date}}` or `<% tp.date.now() %>`.
    if (typeof value === 'string' && /\{\{|<%/.test(value)) {
      this.report(name, 'is a placeholder that no date was filled into, and is ignored. Write a date.')
      return null
    }
    const links = toNames(value)
    const text = links.length === 1 && links[0] !== undefined ? links[0] : this.text(name, severity)
    if (text === '') return null
    if (isUnsetDate(text)) {
      this.report(name, `${quote(text)} stands for a date that was not set. Remove it.`)
      return null
    }
    const date = parseDate(text, this.dates)
    if ('iso' in date) return date.iso
    this.report(name, `${quote(text)} is not a date: ${date.problem}`, severity)
    return null
  }

  /** A canonical web address; null when absent. `remedy` says what to do about an invalid one. */
  address(name: string, severity: Severity, remedy: string): string | null {
    const text = this.text(name, severity)
    if (text === '') return null
    const address = parseWebAddress(text)
    if ('url' in address) return canonicalAddress(address.url)
    this.report(name, `${quote(text)} is not a web address: ${address.problem} ${remedy}`, severity)
    return null
  }

  /** The items of a list, each with its path; a single text or mapping counts as a list of one. */
  list(name: string): readonly { readonly value: unknown; readonly path: FieldPath }[] {
    const value = this.value(name)
    if (value === null) return []
    const path = this.at(name)
    if (!Array.isArray(value)) return [{ value, path }]
    return value.map((element: unknown, index) => ({ value: element, path: [...path, index] }))
  }

  /** A field's value, null when absent. */
  value(name: string): unknown {
    const own = this.names.get(name)
    if (own === null) return null
    const key = own ?? name
    const value = Object.hasOwn(this.mapping, key) ? this.mapping[key] : null
    return typeof value === 'string' ? scalarOf(value) : (value ?? null)
  }

  /** The text under exactly this name, whatever it means; empty without any. */
  written(name: string): string {
    const value = Object.hasOwn(this.mapping, name) ? this.mapping[name] : null
    return typeof value === 'string' ? (scalarOf(value) ?? '') : ''
  }

  /** The fields of a mapping in this one; null for any other value, reported unless it is absent. */
  child(value: unknown, path: FieldPath): Fields | null {
    if (isMapping(value)) return new Fields(value, path, this.collector, this.dates)
    const absent = value === null || (typeof value === 'string' && scalarOf(value) === null)
    if (!absent) this.collector.warning(path, `is ${typeName(value)}, but must be a mapping. Write each of its fields on a line of its own, name: value.`)
    return null
  }
}

/** A value's type, as issues call it. */
export function typeName(value: unknown): string {
  if (typeof value === 'string') return 'text'
  return Array.isArray(value) ? 'a list' : 'a mapping'
}
