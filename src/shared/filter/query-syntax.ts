import { parseAfter, parseBefore, parseHeat, toDomain, type FeedFilter } from './feed-filter.ts'
import { toTopicSlug } from '../contract/slug.ts'

/** What the text of a search box means. */
export interface ParsedText {
  /** The filter with the typed filters and words in it. */
  readonly filter: FeedFilter
  /** What stays in the box: the words, and a filter that is still incomplete. */
  readonly text: string
}

/** `topic:"AI Hardware"` (the closing quote is optional at the end) or `provider:cnet.com`, up to a space or to a comma before one. */
const TYPED = /(-?[a-z]+):(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+?))[,;]?(?!\S)/iuy
/** White space, a quoted phrase (closed or not), or anything else up to a space or quote. */
const PLAIN = /\s+|-?["“”„«»][^"“”„«»]*["“”„«»]?|[^\s"“”„«»]+/uy

/** The filter with this value added; null for an invalid value. */
type Choose = (filter: FeedFilter, value: string) => FeedFilter | null

const DOMAIN = /^[^\s/]+\.[^\s/]+$/

const exclude: Choose = (filter, value) => including(filter, 'not', toTopicSlug(value), 'topics')

const CHOICES: ReadonlyMap<string, Choose> = new Map<string, Choose>([
  ['topic', (filter, value) => including(filter, 'topics', toTopicSlug(value), 'not')],
  ['not', exclude],
  ['-topic', exclude],
  ['any', (filter, value) => including(filter, 'any', DOMAIN.test(value) ? toDomain(value) : toTopicSlug(value))],
  ['provider', (filter, value) => including(filter, 'providers', DOMAIN.test(toDomain(value)) ? toDomain(value) : '')],
  ['author', (filter, value) => including(filter, 'authors', toTopicSlug(value))],
  ['type', (filter, value) => chosen(filter, 'type', oneOf(['article', 'video'], value))],
  ['after', (filter, value) => chosen(filter, 'after', parseAfter(value))],
  ['before', (filter, value) => chosen(filter, 'before', parseBefore(value))],
  ['heat', (filter, value) => chosen(filter, 'minHeat', parseHeat(value))],
  ['sort', (filter, value) => chosen(filter, 'sort', oneOf(['latest', 'heat', 'quality'], value))],
])

/**
 * Reads filters typed into the search box: `topic:` and `not:` (or `-topic:`) by name or slug, `any:` by topic or domain,
 * `provider:` by domain, `author:` by name or slug, `type:`, `after:`, `before:`, `heat:` and `sort:`. A filter is complete when a
 * space follows it, or when typing is done. Anything else, or an invalid value, stays a word.
 */
export function parseTypedFilters(filter: FeedFilter, text: string, isDone: boolean): ParsedText {
  let read = filter
  let rest = ''
  let pending = ''
  for (let at = 0; at < text.length; ) {
    const [whole = '', name = '', quoted, plain] = (isWordStart(text, at) && matchAt(TYPED, text, at)) || []
    const choose = CHOICES.get(name.toLowerCase())
    if (choose && !isDone && at + whole.length === text.length) {
      pending = whole
      break
    }
    const chosen = choose?.(read, (quoted ?? plain ?? '').trim()) ?? null
    if (chosen) {
      read = chosen
      // The space after a filter is removed with it.
      at += whole.length + 1
    } else {
      const [piece = ''] = matchAt(PLAIN, text, at) ?? []
      rest += piece
      at += piece.length
    }
  }
  return { filter: { ...read, words: rest.replace(/\s+/g, ' ').trim() }, text: rest + pending }
}

/** The words, phrases and exclusions of a query, as they were typed. */
export function splitQuery(words: string): string[] {
  return (words.match(new RegExp(PLAIN, 'gu')) ?? []).filter((piece) => piece.trim() !== '')
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /\s/.test(text[at - 1] ?? '')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function chosen<K extends 'type' | 'after' | 'before' | 'minHeat' | 'sort'>(filter: FeedFilter, name: K, value: FeedFilter[K]): FeedFilter | null {
  return value === null ? null : { ...filter, [name]: value }
}

/** The filter with a key in one of its lists, and not in the `opposite` one; null without a key. */
function including(filter: FeedFilter, list: 'topics' | 'not' | 'any' | 'providers' | 'authors', key: string, opposite?: 'topics' | 'not'): FeedFilter | null {
  if (key === '') return null
  const others = opposite === undefined ? {} : { [opposite]: filter[opposite].filter((other) => other !== key) }
  return { ...filter, [list]: [...new Set([...filter[list], key])], ...others }
}

function oneOf<T extends string>(allowed: readonly T[], value: string): T | null {
  return allowed.find((one) => one === value.toLowerCase()) ?? null
}
