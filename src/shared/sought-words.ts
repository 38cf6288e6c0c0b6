import { foldWords } from './fold-words.ts'

/** One thing sought: a word in any of its forms, the beginning of a word, or words exactly so and in this order. */
export type Sought =
  | { readonly kind: 'word'; readonly words: readonly [string] }
  | { readonly kind: 'prefix'; readonly words: readonly [string] }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }

/** What a search box's text asks for. */
export interface SoughtWords {
  /** All of them must be found. */
  readonly wanted: readonly Sought[]
  /** None of them may be found. Never a prefix. */
  readonly unwanted: readonly Sought[]
}

/** A stretch of the text: a word as typed, or what stands between quotes. */
interface Part {
  readonly minus: string
  readonly isQuoted: boolean
  readonly words: readonly string[]
}

/** `-` or not, then a quotation, closed or not, or anything else up to a space or quote. */
const PARTS = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu

/**
 * Reads a search box: words, "phrases", -exclusions. What folds to several words (`machine-made`,
 * `example.com`) asks for each of them, or, excluded, for all in this order. The last word, unless
 * quoted or excluded, is still being typed: a prefix.
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
    else {
      for (const word of words.slice(0, -1)) wanted.push({ kind: 'word', words: [word] })
      const last = words.at(-1) ?? only
      wanted.push({ kind: index === parts.length - 1 ? 'prefix' : 'word', words: [last] })
    }
  })
  return { wanted, unwanted }
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
