import { foldWords, UNSPACED } from './normalize-words.ts'

/**
 * One thing sought: a word in any of its forms, the beginning of a word, a stretch of a script without
 * spaces in one of its `readings`, or words exactly so and in this order.
 */
export type Sought =
  | { readonly kind: 'word'; readonly words: readonly [string] }
  | { readonly kind: 'prefix'; readonly words: readonly [string] }
  | { readonly kind: 'phrase' | 'stretch'; readonly words: readonly string[] }

/** What a search box's text asks for. */
export interface SoughtWords {
  /** All of them must be found. */
  readonly wanted: readonly Sought[]
  /** None of them may be found. Never a prefix or a stretch. */
  readonly unwanted: readonly Sought[]
}

/** A stretch of the text: a word as typed, or what stands between quotes. */
interface Part {
  readonly minus: string
  readonly isQuoted: boolean
  readonly words: readonly string[]
}

/** Words at the end that a word half typed is cut into, with what stands before it, at most. */
const CUT_INTO = 10

/** Letters at the end before each of which a stretch may be cut otherwise; further off it is cut only between words. */
const LETTERS = 12

/** `-` or not, then a quotation, closed or not, or anything else up to a space or quote. */
const PARTS = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu

/**
 * Reads a search box: words, "phrases", -exclusions. What folds to several words (`machine-made`,
 * `example.com`) asks for each of them, or, excluded, for all in this order. The last word, unless
 * quoted or excluded, is still being typed: a prefix, or a stretch.
 */
export function parseSought(text: string): SoughtWords {
  const parts = partsOf(text)
  const wanted: Sought[] = []
  const unwanted: Sought[] = []
  parts.forEach(({ minus, isQuoted, words }, index) => {
    const [only, ...more] = words
    if (only === undefined) return
    if (isQuoted || (minus !== '' && more.length > 0)) (minus === '' ? wanted : unwanted).push({ kind: 'phrase', words })
    else if (minus !== '') unwanted.push({ kind: 'word', words: [only] })
    else wanted.push(...(index === parts.length - 1 ? beingTyped(words) : words.map(toWord)))
  })
  return { wanted, unwanted }
}

const toWord = (word: string): Sought => ({ kind: 'word', words: [word] })
const toBegun = (words: readonly string[]): Sought[] => words.map((word, at) => (at < words.length - 1 ? toWord(word) : { kind: 'prefix', words: [word] }))

function beingTyped(words: readonly string[]): Sought[] {
  const from = Math.max(words.findLastIndex((word) => !UNSPACED.test(word)) + 1, words.length - CUT_INTO)
  const stretch = words.slice(from)
  // Of a single letter there is but one reading.
  if (stretch.join('').length < 2) return toBegun(words)
  return [...words.slice(0, from).map(toWord), { kind: 'stretch', words: stretch }]
}

/**
 * How a stretch can be read; the first reading that finds any story by itself counts, or the very first:
 * the words as cut, the last of them a prefix. A word half typed is often cut otherwise than the whole, and
 * may take letters from the one before: then what stands before some letter is cut by itself, and all
 * from there on is the prefix.
 */
export function readings(stretch: readonly string[]): Sought[][] {
  const text = stretch.join('')
  const letters = Array.from(text.matchAll(/\P{M}/gu), ({ index }) => index).slice(-LETTERS)
  const starts = stretch.map((_, at) => stretch.slice(0, at).join('').length)
  const cuts = [...new Set([...letters, ...starts.slice(0, -1)])].sort((a, b) => b - a)
  return [toBegun(stretch), ...cuts.map((cut) => toBegun([...foldWords(text.slice(0, cut)), text.slice(cut)]))]
}

/** The text with words, as folded, spelled otherwise. */
export function respell(text: string, spelling: ReadonlyMap<string, string>): string {
  return partsOf(text)
    .map(({ minus, isQuoted, words }) => {
      const said = (minus === '' ? words.map((word) => spelling.get(word) ?? word) : words).join(' ')
      return minus + (isQuoted || (minus !== '' && words.length > 1) ? `"${said}"` : said)
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
