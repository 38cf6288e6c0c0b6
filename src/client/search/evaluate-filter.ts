import type { FeedFilter, LibraryFilter } from '../../shared/filter/feed-filter.ts'
import { authorKey, providerKey, topicKey, VIDEO_KEY } from '../../shared/search/index-format.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import type { KeyGroup } from './counted-lists.ts'
import { matchQuery, type QueryMatches } from './match-words.ts'
import { storiesOf, type Weights } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import { flagKeys } from './story-ids.ts'
import type { Range } from './story-days.ts'

/** How each part of a filter applies to each story. */
export interface FilterMatches {
  readonly words: QueryMatches
  /** 1 for a story that matches the words, the topics and `any`, and is not left out as read, which apply to every facet count. */
  readonly matches: Uint8Array
  /** 0 for stories of other providers than the chosen ones; null when none is chosen. */
  readonly providers: Weights | null
  /** 0 for stories of other authors than the chosen ones; null when none is chosen. */
  readonly authors: Weights | null
  /** 0 for stories of another type than the chosen one; null when none is chosen. */
  readonly type: Weights | null
  /** Every story of `matches` has a key of each group. */
  readonly keyGroups: readonly KeyGroup[]
  readonly range: Range
  /** Heat of each story; null when no minimum is chosen. */
  readonly heats: Float64Array | null
  /** Not 0 for muted stories; null when nothing is muted. */
  readonly muted: Weights | null
}

/** Loads what a filter needs and applies each of its parts. */
export async function evaluateFilter(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<FilterMatches> {
  const topics = (slugs: readonly string[]) => Promise.all(slugs.map((slug) => lookUpAny(index, [topicKey(slug)], signal)))
  const weigh = (keys: KeyGroup) => storiesOf(keys, index.stories)
  const { library } = filter
  const [words, withTopics, withoutTopics, withAny, read, muted, providers, authors, type, heats] = await Promise.all([
    matchQuery(index, parseQuery(filter.words), signal),
    topics(filter.topics),
    topics(filter.not),
    filter.any.length === 0 ? null : lookUpAny(index, filter.any.flatMap((key) => [topicKey(key), providerKey(key)]), signal),
    library?.read ? readStories(index, library.read, signal) : null,
    library === undefined ? null : mutedStories(index, library, signal),
    filter.providers.length === 0 ? null : storiesWithAny(index, filter.providers.map(providerKey), signal),
    filter.authors.length === 0 ? null : storiesWithAny(index, filter.authors.map(authorKey), signal),
    filter.type === null ? null : videoStories(index, signal).then((weights) => (filter.type === 'video' ? weights : invert(weights))),
    filter.minHeat === null ? null : index.scores('heat', signal),
  ])
  const chosen = [...withTopics, ...(withAny ? [withAny] : [])]
  return {
    words,
    keyGroups: [...words.keyGroups, ...chosen],
    matches: combine(index.stories, [...words.required, ...chosen.map(weigh)], [...words.excluded, ...withoutTopics.map(weigh), ...(read ? [read] : [])]),
    providers,
    authors,
    type,
    range: index.days.range(filter.after, filter.before),
    heats,
    muted,
  }
}

/** 0 for stories that are no video. */
export function videoStories(index: OpenIndex, signal?: AbortSignal): Promise<Weights> {
  return storiesWithAny(index, [VIDEO_KEY], signal)
}

/** Positions of the stories that pass the whole filter, newest first. `isMuted` selects those that pass all of it but are muted. */
export function selectPositions({ matches, providers, authors, type, range, heats, muted }: FilterMatches, { minHeat }: FeedFilter, isMuted = false): Uint32Array {
  const [from, to] = range
  const positions = new Uint32Array(Math.max(0, to - from))
  let count = 0
  for (let at = to - 1; at >= from; at--) {
    if (matches[at] === 0 || providers?.[at] === 0 || authors?.[at] === 0 || type?.[at] === 0) continue
    if (heats !== null && (heats[at] ?? 0) < (minHeat ?? 0)) continue
    if (((muted?.[at] ?? 0) !== 0) !== isMuted) continue
    positions[count++] = at
  }
  return positions.slice(0, count)
}

/** Not 0 for stories with a muted topic, provider or word. */
async function mutedStories(index: OpenIndex, { mutedTopics, mutedProviders, mutedWords }: LibraryFilter, signal?: AbortSignal): Promise<Weights | null> {
  if (mutedTopics.length + mutedProviders.length + mutedWords.length === 0) return null
  const exclusions = mutedWords.map((word) => `-"${word.replace(/["“”„«»]/gu, ' ')}"`)
  const [named, { excluded }] = await Promise.all([
    storiesWithAny(index, [...mutedTopics.map(topicKey), ...mutedProviders.map(providerKey)], signal),
    matchQuery(index, parseQuery(exclusions.join(' ')), signal),
  ])
  return named.map((weight, at) => (weight !== 0 || excluded.some((weights) => weights[at] !== 0) ? 1 : 0))
}

/** Not 0 for stories with one of these keys. */
async function readStories(index: OpenIndex, read: Float64Array, signal?: AbortSignal): Promise<Weights> {
  return flagKeys(await index.ids(signal), read)
}

async function storiesWithAny(index: OpenIndex, keys: readonly string[], signal?: AbortSignal): Promise<Weights> {
  return storiesOf(await lookUpAny(index, keys, signal), index.stories)
}

async function lookUpAny(index: OpenIndex, keys: readonly string[], signal?: AbortSignal): Promise<KeyGroup> {
  const entries = await Promise.all(keys.map((key) => index.terms.lookUp(key, signal)))
  return entries.filter((entry) => entry !== null)
}

function invert(weights: Weights): Weights {
  return weights.map((weight) => (weight === 0 ? 1 : 0))
}

function combine(stories: number, required: readonly Weights[], excluded: readonly Weights[]): Uint8Array {
  const matches = new Uint8Array(stories).fill(1)
  for (const weights of required) for (let at = 0; at < stories; at++) if (weights[at] === 0) matches[at] = 0
  for (const weights of excluded) for (let at = 0; at < stories; at++) if (weights[at] !== 0) matches[at] = 0
  return matches
}
