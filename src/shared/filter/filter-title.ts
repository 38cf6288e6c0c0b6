import type { Formats } from '../text/dates.ts'
import type { FeedFilter } from './feed-filter.ts'
import type { Words } from '../words/en.ts'

/** The names of a filter's topics, providers and authors, in the filter's order. */
export interface FilterNames {
  readonly topics: readonly string[]
  readonly not: readonly string[]
  /** Topics and providers. */
  readonly any: readonly string[]
  readonly providers: readonly string[]
  readonly authors: readonly string[]
}

/**
 * The name of a filtered view in a document title: the query and choices, then the topics
 * (`robots, 2020 · AI`). Null for the feed of everything.
 */
export function filterTitle(filter: FeedFilter, names: FilterNames, words: Words, formats: Formats): string | null {
  const choices = [
    filter.words,
    filter.unread === null ? '' : words.unread,
    ...names.not.map(words.without),
    words.anyOf(names.any),
    ...names.providers,
    ...names.authors,
    filter.type === null ? '' : words.types[filter.type],
    periodOf(filter, words, formats),
    filter.minHeat === null ? '' : words.minHeat(filter.minHeat),
    filter.sort === null ? '' : words.sorts[filter.sort],
  ]
  const parts = [choices.filter((choice) => choice !== '').join(', '), formats.list(names.topics)].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}

/** `2020`, `May 2020 – June 2020`, `from May 2020`; empty for any date. */
function periodOf({ after, before }: FeedFilter, words: Words, formats: Formats): string {
  if (after === null) return before === null ? '' : words.before(formats.dayOrMonth(before))
  if (before === null) return words.after(formats.dayOrMonth(after))
  const isYears = /^\d{4}-01(-01)?$/.test(after) && /^\d{4}-12(-31)?$/.test(before)
  const name = (value: string) => (isYears ? value.slice(0, 4) : formats.dayOrMonth(value))
  return words.period(name(after), name(before))
}
