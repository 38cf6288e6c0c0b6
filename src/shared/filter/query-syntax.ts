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

const CHOICES: ReadonlyMap<string, Choose> = new Map<string, Choose>([
  ['topic', chooseTopic],
  ['not', excludeTopic],
  ['-topic', excludeTopic],
  ['any', chooseAny],
  ['provider', chooseProvider],
  ['author', chooseAuthor],
  ['type', chooseType],
  ['after', (filter, value) => chosen(filter, 'after', parseAfter(value))],
  ['before', (filter, value) => chosen(filter, 'before', parseBefore(value))],
  ['heat', (filter, value) => chosen(filter, 'minHeat', parseHeat(value))],
  ['sort', chooseSort],
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

function chosen<K extends 'after' | 'before' | 'minHeat'>(filter: FeedFilter, name: K, value: FeedFilter[K]): FeedFilter | null {
  return value === null ? null : { ...filter, [name]: value }
}

function chooseTopic(filter: FeedFilter, value: string): FeedFilter | null {
  const slug = toTopicSlug(value)
  return slug === '' ? null : { ...filter, topics: including(filter.topics, slug), not: without(filter.not, slug) }
}

function excludeTopic(filter: FeedFilter, value: string): FeedFilter | null {
  const slug = toTopicSlug(value)
  return slug === '' ? null : { ...filter, not: including(filter.not, slug), topics: without(filter.topics, slug) }
}

function chooseProvider(filter: FeedFilter, value: string): FeedFilter | null {
  const domain = toDomain(value)
  return /^[^\s/]+\.[^\s/]+$/.test(domain) ? { ...filter, providers: including(filter.providers, domain) } : null
}

function chooseAny(filter: FeedFilter, value: string): FeedFilter | null {
  const key = /^[^\s/]+\.[^\s/]+$/.test(value) ? toDomain(value) : toTopicSlug(value)
  return key === '' ? null : { ...filter, any: including(filter.any, key) }
}

function chooseAuthor(filter: FeedFilter, value: string): FeedFilter | null {
  const slug = toTopicSlug(value)
  return slug === '' ? null : { ...filter, authors: including(filter.authors, slug) }
}

function chooseType(filter: FeedFilter, value: string): FeedFilter | null {
  const type = value.toLowerCase()
  return type === 'article' || type === 'video' ? { ...filter, type } : null
}

function chooseSort(filter: FeedFilter, value: string): FeedFilter | null {
  const sort = value.toLowerCase()
  return sort === 'latest' || sort === 'heat' || sort === 'quality' ? { ...filter, sort } : null
}

function including(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values : [...values, value]
}

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((other) => other !== value)
}
