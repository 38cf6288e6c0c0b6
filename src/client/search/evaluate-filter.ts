import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { providerKey, topicKey, VIDEO_KEY } from '../../shared/search/index-format.ts'
import { parseSought } from '../../shared/search/parse-query.ts'
import { matchWords, type WordMatches } from './match-words.ts'
import { unite, type Worths } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import type { Range } from './story-days.ts'

/** What each part of a filter says of each story. */
export interface Gathered {
  readonly words: WordMatches
  /** 1 for a story that fits words and topics; those two count for every choice. */
  readonly fits: Uint8Array
  /** Not 0 for a story of a chosen provider; null when none is chosen. */
  readonly providers: Worths | null
  /** Not 0 for a story of the chosen type; null when none is chosen. */
  readonly type: Worths | null
  readonly range: Range
  /** Heat of each story, where a least heat is chosen. */
  readonly heats: Float64Array | null
}

/** Fetches and reads all that answers a filter. */
export async function gather(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<Gathered> {
  const topics = (slugs: readonly string[]) => Promise.all(slugs.map((slug) => holders(index, [topicKey(slug)], signal)))
  const [words, wanted, unwanted, providers, type, heats] = await Promise.all([
    matchWords(index, parseSought(filter.words), signal),
    topics(filter.topics),
    topics(filter.not),
    filter.providers.length === 0 ? null : holders(index, filter.providers.map(providerKey), signal),
    filter.type === null ? null : videos(index, signal).then((worths) => (filter.type === 'video' ? worths : inverse(worths))),
    filter.minHeat === null ? null : index.scores('heat', signal),
  ])
  return {
    words,
    fits: combine(index.stories, [...words.wanted, ...wanted], [...words.unwanted, ...unwanted]),
    providers,
    type,
    range: index.days.range(filter.after, filter.before),
    heats,
  }
}

/** Not 0 for a video. */
export function videos(index: OpenIndex, signal?: AbortSignal): Promise<Worths> {
  return holders(index, [VIDEO_KEY], signal)
}

/** Positions that fit a filter, newest first. */
export function selectPositions({ fits, providers, type, range, heats }: Gathered, { minHeat }: FeedFilter): Uint32Array {
  const [from, to] = range
  const positions = new Uint32Array(Math.max(0, to - from))
  let count = 0
  for (let at = to - 1; at >= from; at--) {
    if (fits[at] === 0 || providers?.[at] === 0 || type?.[at] === 0) continue
    if (heats !== null && (heats[at] ?? 0) < (minHeat ?? 0)) continue
    positions[count++] = at
  }
  return positions.slice(0, count)
}

async function holders(index: OpenIndex, keys: readonly string[], signal?: AbortSignal): Promise<Worths> {
  const entries = await Promise.all(keys.map((key) => index.terms.entry(key, signal)))
  return unite(entries.filter((entry) => entry !== null), index.stories).worths
}

function inverse(worths: Worths): Worths {
  return worths.map((worth) => (worth === 0 ? 1 : 0))
}

function combine(stories: number, wanted: readonly Worths[], unwanted: readonly Worths[]): Uint8Array {
  const fits = new Uint8Array(stories).fill(1)
  for (const worths of wanted) for (let at = 0; at < stories; at++) if (worths[at] === 0) fits[at] = 0
  for (const worths of unwanted) for (let at = 0; at < stories; at++) if (worths[at] !== 0) fits[at] = 0
  return fits
}
