import type { Highlights } from '../../shared/search/search.ts'
import { inverseDocumentFrequency } from '../../shared/search/ranking.ts'
import { segmentations, type QueryTerm, type ParsedQuery } from '../../shared/search/parse-query.ts'
import type { KeyGroup } from './counted-lists.ts'
import { matchPhrase } from './match-phrase.ts'
import { union, type FormEntry, type Match, type Weights } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import { wordForms, type TermEntry } from './term-index.ts'

/** A word that counts towards relevance. */
export interface RankedWord extends Pick<Match, 'weights' | 'titlePositions'> {
  readonly idf: number
}

/** What a query matches. */
export interface QueryMatches {
  readonly required: readonly Weights[]
  readonly excluded: readonly Weights[]
  /** The words that count towards relevance, in the order of the query. */
  readonly ranking: readonly RankedWord[]
  readonly highlights: Highlights
  /** For each required word the keys that match it. */
  readonly keyGroups: readonly KeyGroup[]
  /** The query's words with the number of stories that match each, fewest first. */
  readonly words: readonly { readonly word: string; readonly count: number }[]
}

/** Matches everything in a query. */
export async function matchQuery(index: OpenIndex, query: ParsedQuery, signal?: AbortSignal): Promise<QueryMatches> {
  const [nested, excluded] = await Promise.all([
    Promise.all(query.required.map((term) => (term.kind === 'unspaced' ? matchUnspaced(index, term.words, signal) : matchTerms(index, [term], signal)))),
    matchTerms(index, query.excluded, signal),
  ])
  const required = nested.flat()
  const words = required.flatMap((match) => match.words)
  return {
    required: required.map(({ weights }) => weights),
    excluded: excluded.map(({ weights }) => weights),
    ranking: words.map(({ weights, count, titlePositions }) => ({ weights, titlePositions, idf: inverseDocumentFrequency(count, index.stories) })),
    highlights: {
      words: [...new Set(words.flatMap(({ entries }) => entries.map(({ key }) => key)))],
      prefixes: required.flatMap(({ term: { kind, words } }) => (kind === 'prefix' ? words : [])),
    },
    keyGroups: words.map(({ keys }) => keys),
    words: words.map(({ word, count }) => ({ word, count })).sort((a, b) => a.count - b.count),
  }
}

interface TermMatch {
  readonly term: QueryTerm
  readonly weights: Weights
  readonly words: readonly WordMatch[]
}

interface WordMatch extends Match {
  readonly word: string
  /** The word's own entry and those of its other forms. */
  readonly entries: readonly TermEntry[]
  /** These and the longer words that begin with it. */
  readonly keys: KeyGroup
}

function matchTerms(index: OpenIndex, terms: readonly QueryTerm[], signal?: AbortSignal): Promise<TermMatch[]> {
  return Promise.all(terms.map((term) => matchTerm(index, term, signal)))
}

/** Matches of the first segmentation that any story matches, else of the very first. Tries them in turn: each may fetch files of its own. */
async function matchUnspaced(index: OpenIndex, run: readonly string[], signal?: AbortSignal): Promise<TermMatch[]> {
  let fallback: TermMatch[] | null = null
  for (const segmentation of segmentations(run)) {
    const matches = await matchTerms(index, segmentation, signal)
    const [first, ...others] = matches
    if (first?.weights.some((weight, story) => weight > 0 && others.every(({ weights }) => (weights[story] ?? 0) > 0)) === true) return matches
    fallback ??= matches
  }
  return fallback ?? []
}

async function matchTerm(index: OpenIndex, term: QueryTerm, signal?: AbortSignal): Promise<TermMatch> {
  const { kind } = term
  const words = await Promise.all(
    term.words.map(async (word) => {
      // In parallel, because their shards may be different files.
      const [completions, entries] = await Promise.all([
        kind === 'prefix' ? index.terms.withPrefix(word, signal) : [],
        kind === 'phrase' ? lookUpWords(index, [word], signal) : lookUpForms(index, word, signal),
      ])
      const forms = new Map<string, FormEntry>()
      for (const entry of completions) forms.set(entry.key, { entry, form: 'prefix' })
      for (const entry of entries) forms.set(entry.key, { entry, form: 'inflected' })
      const exact = forms.get(word)
      if (exact !== undefined) forms.set(word, { entry: exact.entry, form: 'exact' })
      // Completions are highlighted by their prefix.
      return { word, entries, keys: Array.from(forms.values(), ({ entry }) => entry), ...union([...forms.values()], index.stories) }
    }),
  )
  const [first, ...more] = words
  const weights = more.length === 0 && first ? first.weights : await matchPhrase(index, words, signal)
  return { term, weights, words }
}

/** The indexed words that share a word's stem in one of the languages. */
async function lookUpForms(index: OpenIndex, word: string, signal?: AbortSignal): Promise<TermEntry[]> {
  const roots = [...new Set(index.stems.map((stem) => stem(word)))]
  const isStem = ({ key }: TermEntry) => index.stems.some((stem) => stem(key) === key)
  const forms = (await lookUpWords(index, roots, signal)).flatMap((entry) => wordForms(entry, isStem(entry)))
  return lookUpWords(index, [...new Set(forms)], signal)
}

async function lookUpWords(index: OpenIndex, words: readonly string[], signal?: AbortSignal): Promise<TermEntry[]> {
  const entries = await Promise.all(words.map((word) => index.terms.lookUp(word, signal)))
  return entries.filter((entry) => entry !== null)
}
