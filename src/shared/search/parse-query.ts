import { foldWords, UNSPACED } from './normalize-words.ts'

/**
 * One thing a query asks for: a word in any of its forms, the beginning of a word, a run of words of a script
 * without spaces in one of its `segmentations`, or a phrase: exactly these words in this order.
 */
export type QueryTerm =
  | { readonly kind: 'word'; readonly words: readonly [string] }
  | { readonly kind: 'prefix'; readonly words: readonly [string] }
  | { readonly kind: 'phrase' | 'unspaced'; readonly words: readonly string[] }

/** A search box's text, parsed. */
export interface ParsedQuery {
  /** A story must match all of them. */
  readonly required: readonly QueryTerm[]
  /** A story must match none of them. Never a prefix or unspaced. */
  readonly excluded: readonly QueryTerm[]
}

/** A word as typed, or a quotation. */
interface Part {
  readonly minus: string
  readonly isQuoted: boolean
  readonly words: readonly string[]
}

/** Words at the end of an unspaced run that may be segmented in other ways, at most. */
const MAX_UNSPACED_WORDS = 10

/** Letters at the end of an unspaced run before which it may be cut; before those, only between words. */
const MAX_CUTS = 12

/** `-` or not, then a quotation, closed or not, or anything else up to a space or quote. */
const PARTS = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu

/**
 * Parses a search box's text: words, "phrases", -exclusions. What folds to several words (`machine-made`,
 * `example.com`) requires each of them or, excluded, excludes all in this order. The last word, unless
 * quoted or excluded, may be incomplete: a prefix, or unspaced.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts = partsOf(text)
  const required: QueryTerm[] = []
  const excluded: QueryTerm[] = []
  parts.forEach(({ minus, isQuoted, words }, index) => {
    const [only, ...more] = words
    if (only === undefined) return
    if (isQuoted || (minus !== '' && more.length > 0)) (minus === '' ? required : excluded).push({ kind: 'phrase', words })
    else if (minus !== '') excluded.push({ kind: 'word', words: [only] })
    else required.push(...(index === parts.length - 1 ? lastTerms(words) : words.map(toWord)))
  })
  return { required, excluded }
}

const toWord = (word: string): QueryTerm => ({ kind: 'word', words: [word] })
const endInPrefix = (words: readonly string[]): QueryTerm[] => words.map((word, at) => (at < words.length - 1 ? toWord(word) : { kind: 'prefix', words: [word] }))

function lastTerms(words: readonly string[]): QueryTerm[] {
  const from = Math.max(words.findLastIndex((word) => !UNSPACED.test(word)) + 1, words.length - MAX_UNSPACED_WORDS)
  const run = words.slice(from)
  // A single letter has only one segmentation.
  if (run.join('').length < 2) return endInPrefix(words)
  return [...words.slice(0, from).map(toWord), { kind: 'unspaced', words: run }]
}

/**
 * The ways to split an unspaced run into words; the first that any story matches counts, or else the very
 * first: the words as given, the last one a prefix. An incomplete word is often segmented differently from
 * the complete one, and may take letters from the word before it. So the others split before a letter:
 * the text before it is segmented by itself, and the rest is the prefix.
 */
export function segmentations(run: readonly string[]): QueryTerm[][] {
  const text = run.join('')
  const letters = Array.from(text.matchAll(/\P{M}/gu), ({ index }) => index).slice(-MAX_CUTS)
  const starts = run.map((_, at) => run.slice(0, at).join('').length)
  const cuts = [...new Set([...letters, ...starts.slice(0, -1)])].sort((a, b) => b - a)
  return [endInPrefix(run), ...cuts.map((cut) => endInPrefix([...foldWords(text.slice(0, cut)), text.slice(cut)]))]
}

/** The query with folded words replaced by their corrections. */
export function correctQuery(text: string, corrections: ReadonlyMap<string, string>): string {
  return partsOf(text)
    .map(({ minus, isQuoted, words }) => {
      const corrected = (minus === '' ? words.map((word) => corrections.get(word) ?? word) : words).join(' ')
      return minus + (isQuoted || (minus !== '' && words.length > 1) ? `"${corrected}"` : corrected)
    })
    .join(' ')
}

function partsOf(text: string): Part[] {
  return Array.from(text.matchAll(PARTS), ([, minus = '', quoted, plain]) => ({
    minus,
    isQuoted: quoted !== undefined,
    words: foldWords(quoted ?? plain ?? ''),
  })).filter(({ words }) => words.length > 0)
}
