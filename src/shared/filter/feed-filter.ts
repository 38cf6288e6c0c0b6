import type { StoryType } from '../contract/bundle.ts'
import { feedPath, topicPath } from '../contract/permalinks.ts'

export type FeedSort = 'relevance' | 'latest' | 'heat' | 'quality'

/** The search parameters of a filter, as `parseFilter` reads them. */
export const FILTER_PARAMETERS = ['topic', 'not', 'any', 'provider', 'author', 'type', 'after', 'before', 'min-heat', 'sort', 'q', 'unread'] as const

/** Longest `words`, in UTF-16 units; longer ones are cut. */
export const MAX_WORDS = 200

/** What the user chose. The URL is its only state: `parseFilter` reads it, `filterPath` writes it. */
export interface FeedFilter {
  /** Topic slugs a story must carry, all of them. */
  readonly topics: readonly string[]
  /** Topic slugs a story must not carry. */
  readonly not: readonly string[]
  /** Topic slugs and provider domains of which a story must have at least one; empty for all stories. */
  readonly any: readonly string[]
  /** Provider domains, any of them; empty for all. */
  readonly providers: readonly string[]
  /** Authors' names as slugs, any of them; empty for all. */
  readonly authors: readonly string[]
  readonly type: StoryType | null
  /** First day or month shown, `YYYY-MM-DD` or `YYYY-MM`, UTC. */
  readonly after: string | null
  /** Last day or month shown. */
  readonly before: string | null
  readonly minHeat: number | null
  /** The chosen order; null for the default, see `sortOf`. */
  readonly sort: Exclude<FeedSort, 'relevance'> | null
  /** The query, white space collapsed: words, "phrases", -exclusions; empty for none. */
  readonly words: string
  /** The device whose unread stories are shown; null to show all. Others who open the link see all stories. */
  readonly unread: string | null
  /** What the user's library leaves out; never part of a permalink. */
  readonly library?: LibraryFilter
}

/** Stories that a user's library leaves out of a feed. */
export interface LibraryFilter {
  /** Distinguishes it from others, in caches. */
  readonly id: string
  /** Keys of read stories, ascending: an unread feed leaves them out. Null to show them. */
  readonly read: Float64Array | null
  readonly mutedTopics: readonly string[]
  readonly mutedProviders: readonly string[]
  /** Words and phrases. */
  readonly mutedWords: readonly string[]
}

/** The part of URLSearchParams that reading a filter needs. */
interface SearchParams {
  getAll(name: string): string[]
}

/** Of `YYYY-MM`. */
const MONTH_LENGTH = 7

/** `YYYY-MM-DD` or `YYYY-MM`. */
const DAY_OR_MONTH = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/

/**
 * The filter a URL holds. `pathTopic` is the slug of `/topic/<slug>/`, null on the feed. Invalid
 * values are ignored, so that an old or mistyped link still opens.
 */
export function parseFilter(pathTopic: string | null, params: SearchParams): FeedFilter {
  const first = (name: string) => params.getAll(name)[0] ?? null
  const type = first('type')
  const sort = first('sort')
  const words = foldSpace(first('q') ?? '')
  return {
    topics: ordered([...(pathTopic === null ? [] : [pathTopic]), ...params.getAll('topic')]),
    not: ordered(params.getAll('not')),
    any: ordered(params.getAll('any')),
    providers: ordered(params.getAll('provider').map(toDomain)),
    authors: ordered(params.getAll('author')),
    type: type === 'article' || type === 'video' ? type : null,
    after: parseAfter(first('after') ?? ''),
    before: parseBefore(first('before') ?? ''),
    minHeat: parseHeat(first('min-heat') ?? ''),
    sort: sort === 'heat' || sort === 'quality' || (sort === 'latest' && words !== '') ? sort : null,
    words,
    unread: first('unread') || null,
  }
}

/** The one permalink of a filter: no defaults, a fixed order, a single topic at its own page. */
export function filterPath(filter: FeedFilter): string {
  const [topic, ...more] = ordered(filter.topics)
  const single = topic !== undefined && more.length === 0
  const pairs: string[] = []
  const add = (name: string, values: readonly (string | null)[]) => {
    for (const value of values) if (value !== null) pairs.push(`${name}=${encodeURIComponent(value)}`)
  }
  if (!single) add('topic', ordered(filter.topics))
  add('not', ordered(filter.not))
  add('any', ordered(filter.any))
  add('provider', ordered(filter.providers))
  add('author', ordered(filter.authors))
  add('type', [filter.type])
  add('after', [filter.after])
  add('before', [filter.before])
  add('min-heat', [filter.minHeat === null ? null : String(filter.minHeat)])
  add('sort', [filter.sort === sortOf({ ...filter, sort: null }) ? null : filter.sort])
  add('q', [foldSpace(filter.words) || null])
  add('unread', [filter.unread])
  const search = pairs.join('&')
  return (single ? topicPath(topic) : feedPath) + (search === '' ? '' : `?${search}`)
}

/** What distinguishes the feed of a filter in caches: the permalink, and what the library leaves out. */
export function filterKey(filter: FeedFilter): string {
  return filterPath(filter) + (filter.library === undefined ? '' : ` ${filter.library.id}`)
}

/** The order of a filter's stories: with a query the best match first, otherwise the latest. */
export function sortOf({ sort, words }: FeedFilter): FeedSort {
  return sort ?? (words === '' ? 'latest' : 'relevance')
}

/** Whether the build has written a filter's list as pages: all stories or one topic, newest first. */
export function isPrebuiltList(filter: FeedFilter): boolean {
  const { topics, ...rest } = filter
  return topics.length <= 1 && filter.library === undefined && filterPath({ ...rest, topics: [] }) === feedPath
}

/** Normalises a first day, month or year: the first day of a month becomes the month, so that one view has one address. Null for anything else. */
export function parseAfter(text: string): string | null {
  const day = readDay(text, '01')
  return day?.endsWith('-01') === true && day.length > MONTH_LENGTH ? day.slice(0, MONTH_LENGTH) : day
}

/** Normalises a last day, month or year: the last day of a month becomes the month. Null for anything else. */
export function parseBefore(text: string): string | null {
  const day = readDay(text, '12')
  return day !== null && Number(day.slice(8)) === daysIn(day) ? day.slice(0, MONTH_LENGTH) : day
}

/** A day or month. A day after the month's end becomes its last; a year alone becomes its `month`. */
function readDay(typed: string, month: string): string | null {
  const text = typed.replace(/^\d{4}$/, `$&-${month}`)
  if (!DAY_OR_MONTH.test(text)) return null
  return Number(text.slice(8)) > daysIn(text) ? text.slice(0, 8) + String(daysIn(text)) : text
}

function daysIn(dayOrMonth: string): number {
  return new Date(Date.UTC(Number(dayOrMonth.slice(0, 4)), Number(dayOrMonth.slice(5, 7)), 0)).getUTCDate()
}

/** A heat; null for anything but a number. */
export function parseHeat(text: string): number | null {
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}

/** The part of the URL standard that a domain needs; browsers and Node have it. */
declare const URL: { canParse(address: string): boolean; new (address: string): { readonly hostname: string } }

/** A provider's domain as in the bundle: `WWW.CNET.com` → `cnet.com`, `bücher.de` → `xn--bcher-kva.de`. */
export function toDomain(text: string): string {
  const domain = text.toLowerCase().replace(/^www\.|\.$/g, '')
  const address = `http://${domain}`
  return /[^\0-\x7f]/.test(domain) && URL.canParse(address) ? new URL(address).hostname : domain
}

function foldSpace(text: string): string {
  // The cut may leave half of a surrogate pair, which is not allowed in an address.
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS).replace(/\p{Cs}/gu, '').trimEnd()
}

function ordered(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '').sort()
}
