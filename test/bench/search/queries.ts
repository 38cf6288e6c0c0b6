import { foldWords } from '../../../src/shared/search/normalize-words.ts'
import type { Stem } from '../../../src/shared/search/stemmer-names.ts'

/** A query made from one story's title, and the story it should find. */
export interface KnownItem {
  readonly query: string
  /** Index of the title it was made from. */
  readonly story: number
}

/** A kind of query: a name, and how to make one from the words of a title; null when they do not allow it. */
interface Kind {
  readonly name: string
  readonly make: (words: readonly string[], corpus: Corpus) => string | null
}

/** What the kinds need to know about all titles. */
interface Corpus {
  readonly stem: Stem
  readonly titles: number
  /** In how many titles a word occurs. */
  frequency(word: string): number
  /** A random integer below `limit`. */
  below(limit: number): number
}

/** Titles that contain a content word, as a share of all, at most. */
const COMMON = 0.05

const KINDS: readonly Kind[] = [
  { name: 'one word with one edit', make: (words, corpus) => misspell(rarestWords(words, corpus, 5)[0], corpus) },
  {
    name: 'two words, one with an edit',
    make: (words, corpus) => {
      const [word = '', other = ''] = pickTwo(contentWords(words, corpus, 5), corpus)
      const wrong = other === '' ? null : misspell(word, corpus)
      return wrong === null ? null : inTitleOrder(words, [wrong, other], [word, other])
    },
  },
  { name: 'one rare whole word', make: (words, corpus) => rarestWords(words, corpus, 4)[0] ?? null },
  {
    name: 'three words in order',
    make: (words, corpus) => {
      const from = corpus.below(Math.max(1, words.length - 2))
      const run = words.slice(from, from + 3)
      return run.length === 3 && run.some((word) => isContent(word, corpus, 4)) ? run.join(' ') : null
    },
  },
  {
    name: 'two rarest words',
    make: (words, corpus) => {
      const rarest = rarestWords(words, corpus, 4).slice(0, 2)
      return rarest.length === 2 ? inTitleOrder(words, rarest, rarest) : null
    },
  },
  {
    name: 'word + first letters of another',
    make: (words, corpus) => {
      const [word, other] = pickTwo(contentWords(words, corpus, 5), corpus)
      return word === undefined || other === undefined ? null : `${word} ${other.slice(0, 3 + corpus.below(2))}`
    },
  },
  {
    name: 'quoted pair',
    make: (words, corpus) => {
      const from = corpus.below(Math.max(1, words.length - 1))
      const pair = words.slice(from, from + 2)
      return pair.length === 2 && pair.some((word) => isContent(word, corpus, 4)) ? `"${pair.join(' ')}"` : null
    },
  },
  {
    name: 'another form of a word, alone',
    make: (words, corpus) => {
      const [word] = rarestWords(words, corpus, 4)
      const form = word === undefined ? '' : word.endsWith('s') ? word.slice(0, -1) : `${word}s`
      return word !== undefined && corpus.stem(form) === corpus.stem(word) ? form : null
    },
  },
]

/** Makes `count` queries of every kind from titles, the same ones for the same seed. */
export function knownItemQueries(titles: readonly string[], stem: Stem, count: number, seed: number): Map<string, KnownItem[]> {
  const corpus = describe(titles, stem, seed)
  const folded = titles.map(foldWords)
  return new Map(
    KINDS.map(({ name, make }) => {
      const items: KnownItem[] = []
      for (let tries = 0; tries < count * 50 && items.length < count; tries++) {
        const story = corpus.below(titles.length)
        const query = make(folded[story] ?? [], corpus)
        if (query !== null) items.push({ query, story })
      }
      return [name, items]
    }),
  )
}

function describe(titles: readonly string[], stem: Stem, seed: number): Corpus {
  const frequencies = new Map<string, number>()
  for (const word of titles.flatMap((title) => [...new Set(foldWords(title))])) {
    frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  }
  let state = seed
  // Mulberry32.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    stem,
    titles: titles.length,
    frequency: (word) => frequencies.get(word) ?? 0,
    below: (limit) => Math.floor(random() * limit),
  }
}

function isContent(word: string, corpus: Corpus, length: number): boolean {
  return word.length >= length && /^\p{L}+$/u.test(word) && corpus.frequency(word) <= corpus.titles * COMMON
}

function contentWords(words: readonly string[], corpus: Corpus, length: number): string[] {
  return [...new Set(words)].filter((word) => isContent(word, corpus, length))
}

function rarestWords(words: readonly string[], corpus: Corpus, length: number): string[] {
  return contentWords(words, corpus, length).sort((a, b) => corpus.frequency(a) - corpus.frequency(b))
}

function pick<T>(items: readonly T[], corpus: Corpus): T | undefined {
  return items[corpus.below(items.length)]
}

function pickTwo(words: readonly string[], corpus: Corpus): readonly string[] {
  const first = pick(words, corpus)
  const second = pick(words.filter((word) => word !== first), corpus)
  return first === undefined || second === undefined ? [] : [first, second]
}

/** The word with one letter left out, doubled, replaced or swapped with the next; null if that is a word of a title. */
function misspell(word: string | undefined, corpus: Corpus): string | null {
  if (word === undefined) return null
  const at = corpus.below(word.length - 1)
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  const other = String.fromCharCode(97 + corpus.below(26))
  const edits = [before + next + after, before + letter + other + next + after, before + other + next + after, before + next + letter + after]
  const wrong = edits[corpus.below(edits.length)] ?? word
  return wrong === word || corpus.frequency(wrong) > 0 ? null : wrong
}

function inTitleOrder(title: readonly string[], queried: readonly string[], original: readonly string[]): string {
  const order = [...queried.keys()].sort((a, b) => title.indexOf(original[a] ?? '') - title.indexOf(original[b] ?? ''))
  return order.map((index) => queried[index]).join(' ')
}
