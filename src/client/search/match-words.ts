import type { Highlights } from '../../shared/search/search.ts'
import { rarityOf } from '../../shared/search/ranking.ts'
import { readings } from '../../shared/search/parse-query.ts'
import type { Sought, SoughtWords } from '../../shared/search/parse-query.ts'
import { matchPhrase } from './match-phrase.ts'
import { unite, type Match, type Worths } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import { formsOf, type Entry } from './term-index.ts'

export interface WordMatches {
  readonly wanted: readonly Worths[]
  readonly unwanted: readonly Worths[]
  /** For each word that ranks: where it is, and how rare. */
  readonly ranks: readonly { readonly worths: Worths; readonly rarity: number }[]
  readonly marks: Highlights
  /** Sought words that no story holds. */
  readonly unknown: readonly string[]
}

/** Looks up everything a search box asks for. */
export async function matchWords(index: OpenIndex, sought: SoughtWords, signal?: AbortSignal): Promise<WordMatches> {
  const [read, unwanted] = await Promise.all([
    Promise.all(sought.wanted.map((item) => (item.kind === 'stretch' ? matchStretch(index, item.words, signal) : matchAll(index, [item], signal)))),
    matchAll(index, sought.unwanted, signal),
  ])
  const wanted = read.flat()
  const words = wanted.flatMap((match) => match.words)
  return {
    wanted: wanted.map(({ worths }) => worths),
    unwanted: unwanted.map(({ worths }) => worths),
    ranks: words.map(({ worths, found }) => ({ worths, rarity: rarityOf(found, index.stories) })),
    marks: {
      words: [...new Set(words.flatMap(({ entries }) => entries.map(({ key }) => key)))],
      prefixes: wanted.flatMap(({ sought: { kind, words } }) => (kind === 'prefix' ? words : [])),
    },
    unknown: words.filter(({ found }) => found === 0).map(({ word }) => word),
  }
}

interface SoughtMatch {
  readonly sought: Sought
  readonly worths: Worths
  readonly words: readonly (Match & { readonly word: string; readonly entries: readonly Entry[] })[]
}

function matchAll(index: OpenIndex, all: readonly Sought[], signal?: AbortSignal): Promise<SoughtMatch[]> {
  return Promise.all(all.map((sought) => matchSought(index, sought, signal)))
}

/** What the reading of a stretch finds that counts. One after the other: each may take files of its own. */
async function matchStretch(index: OpenIndex, stretch: readonly string[], signal?: AbortSignal): Promise<SoughtMatch[]> {
  let first: SoughtMatch[] | null = null
  for (const reading of readings(stretch)) {
    const matches = await matchAll(index, reading, signal)
    const [one, ...others] = matches
    if (one?.worths.some((worth, story) => worth > 0 && others.every(({ worths }) => (worths[story] ?? 0) > 0)) === true) return matches
    first ??= matches
  }
  return first ?? []
}

async function matchSought(index: OpenIndex, sought: Sought, signal?: AbortSignal): Promise<SoughtMatch> {
  const { kind, words } = sought
  const matches = await Promise.all(
    words.map(async (word) => {
      // Asked for at once: their shards may be different files.
      const [begun, own] = await Promise.all([
        kind === 'prefix' ? index.terms.beginning(word, signal) : [],
        kind === 'phrase' ? present(index, [word], signal) : formsLike(index, word, signal),
      ])
      const all = new Map([...begun, ...own].map((entry) => [entry.key, entry]))
      // A mark stands for the word it begins by itself.
      return { word, entries: own, ...unite([...all.values()], index.stories) }
    }),
  )
  const [first, ...more] = matches
  const worths = more.length === 0 && first ? first.worths : await matchPhrase(index, matches, signal)
  return { sought, worths, words: matches }
}

/** The words here that share a word's stem. */
async function formsLike(index: OpenIndex, word: string, signal?: AbortSignal): Promise<Entry[]> {
  const stem = index.stem(word)
  const entry = await index.terms.entry(stem, signal)
  if (entry === null) return []
  return present(index, formsOf(entry) ?? (index.stem(stem) === stem ? [stem] : []), signal)
}

async function present(index: OpenIndex, words: readonly string[], signal?: AbortSignal): Promise<Entry[]> {
  const entries = await Promise.all(words.map((word) => index.terms.entry(word, signal)))
  return entries.filter((entry) => entry !== null)
}
