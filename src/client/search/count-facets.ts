import { COUNTED_FACETS, type CountedChoice, type FacetCount, type FacetCounts, type FacetKind } from '../../shared/search/search.ts'
import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { foldText } from '../../shared/search/normalize-words.ts'
import { countedLists, withFlag, type CountedList } from './counted-lists.ts'
import { tallyFacets, type FacetTally } from './tally-facets.ts'
import { videoStories } from './evaluate-filter.ts'
import { decodeScores, type OpenIndex } from './open-index.ts'
import { resolveFilter } from './search-stories.ts'

/** Flags of a story: it passes the whole filter, or everything but one kind of choice. */
const SHOWN = 1
const ANY_PROVIDER = 2
const ANY_TYPE = 4
const ANY_TIME = 8
const ANY_HEAT = 16
const ANY_AUTHOR = 32

/** Flags of stories of which more than the time and the type is counted. */
const LISTED = SHOWN | ANY_PROVIDER | ANY_AUTHOR | ANY_HEAT

/** The flag of the stories that count for each kind of facet. */
const FLAGS: Readonly<Record<FacetKind, number>> = { topics: SHOWN, providers: ANY_PROVIDER, authors: ANY_AUTHOR }

/** How many stories remain for each choice of some kinds. */
export async function countFacets(index: OpenIndex, filter: FeedFilter, choices: readonly CountedChoice[], signal?: AbortSignal): Promise<FacetCounts> {
  const { flags, lists } = await flagStories(index, filter, signal)
  const facets = async (kind: FacetKind) => (choices.includes(kind) ? countKind(index, kind, lists, filter[kind], signal) : NOT_ASKED)
  const [topics, providers, authors, types, heats] = await Promise.all([
    facets('topics'),
    facets('providers'),
    facets('authors'),
    choices.includes('types') ? countTypes(index, flags, signal) : null,
    choices.includes('heats') ? countHeats(index, lists) : null,
  ])
  return {
    topics: topics.listed,
    providers: providers.listed,
    authors: authors.listed,
    topicCount: topics.total,
    providerCount: providers.total,
    authorCount: authors.total,
    types,
    months: choices.includes('months') ? countMonths(index, flags) : null,
    heats,
  }
}

/** The facets of one kind in a count, and how many there are in all. */
interface Listed {
  readonly listed: FacetCount[] | null
  readonly total: number
}

const NOT_ASKED: Listed = { listed: null, total: 0 }

async function countKind(index: OpenIndex, kind: FacetKind, lists: readonly CountedList[], chosen: readonly string[], signal?: AbortSignal): Promise<Listed> {
  const tally = await tallyFacets(index, kind, lists, FLAGS[kind], signal)
  return { listed: listFacets(tally, chosen), total: tally.counts.filter((stories) => stories > 0).length }
}

async function countTypes(index: OpenIndex, flags: Uint8Array, signal?: AbortSignal): Promise<FacetCounts['types']> {
  const videos = countFlagged(flags, ANY_TYPE, await videoStories(index, signal), 1)
  return { article: countFlagged(flags, ANY_TYPE) - videos, video: videos }
}

function countMonths({ days }: OpenIndex, flags: Uint8Array): FacetCounts['months'] {
  const months = days.months().map(([month, [from, to]]) => [month, countFlagged(flags.subarray(from, to), ANY_TIME)] as const)
  return months.filter(([, stories]) => stories > 0)
}

async function countHeats({ directory: { heatSteps } }: OpenIndex, lists: readonly CountedList[]): Promise<FacetCounts['heats']> {
  if (heatSteps.length === 0) return []
  const scored = await Promise.all(withFlag(lists, ANY_HEAT).map(async ({ flags, heats }) => ({ flags, heats: decodeScores(await heats()) })))
  return heatSteps.map((step) => [step, scored.reduce((sum, { flags, heats }) => sum + countFlagged(flags, ANY_HEAT, heats, step), 0)] as const)
}

/** Number of stories whose flags have a bit set and whose value, if values are given, is at least `minimum`. */
function countFlagged(flags: Uint8Array, bit: number, values?: ArrayLike<number>, minimum = 0): number {
  let stories = 0
  for (let at = 0; at < flags.length; at++) {
    if (((flags[at] ?? 0) & bit) !== 0 && (values === undefined || (values[at] ?? 0) >= minimum)) stories++
  }
  return stories
}

/** Facets of one kind whose name (or domain) contains a text; at most `COUNTED_FACETS`. */
export async function searchFacets(
  index: OpenIndex,
  filter: FeedFilter,
  kind: FacetKind,
  text: string,
  signal?: AbortSignal,
): Promise<readonly FacetCount[]> {
  const { lists } = await flagStories(index, filter, signal)
  const { names, counts } = await tallyFacets(index, kind, lists, FLAGS[kind], signal)
  const folded = foldText(text).trim()
  const found = counts.map((stories, facet) => {
    const [key, name] = names[facet] ?? ['', '']
    return stories > 0 && (foldText(name).includes(folded) || (kind === 'providers' && key.includes(folded))) ? stories : 0
  })
  return listFacets({ names, counts: found }, [])
}

/** The flags of all stories, and those with a flag in lists. */
async function flagStories(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<{ readonly flags: Uint8Array; readonly lists: readonly CountedList[] }> {
  const { matches, providers, authors, type, range, heats, muted, keyGroups } = (await resolveFilter(index, filter, signal)).matches
  const flags = new Uint8Array(index.stories)
  const [from, to] = range
  const minHeat = filter.minHeat ?? -Infinity
  for (let at = 0; at < flags.length; at++) {
    if (matches[at] === 0 || (muted !== null && muted[at] !== 0)) continue
    const failed =
      (providers?.[at] === 0 ? ANY_PROVIDER : 0) |
      (authors?.[at] === 0 ? ANY_AUTHOR : 0) |
      (type?.[at] === 0 ? ANY_TYPE : 0) |
      (at < from || at >= to ? ANY_TIME : 0) |
      (heats !== null && (heats[at] ?? 0) < minHeat ? ANY_HEAT : 0)
    // A story that fails one kind of choice counts only for that kind.
    if (failed === 0) flags[at] = SHOWN | ANY_PROVIDER | ANY_AUTHOR | ANY_TYPE | ANY_TIME | ANY_HEAT
    else if ((failed & (failed - 1)) === 0) flags[at] = failed
  }
  return { flags, lists: countedLists(index, flags, LISTED, keyGroups, signal) }
}

function listFacets({ names, counts }: FacetTally, chosen: readonly string[]): FacetCount[] {
  const present = [...counts.keys()].filter((facet) => (counts[facet] ?? 0) > 0)
  const all = present.map((facet) => toCount(names[facet] ?? ['', ''], counts[facet] ?? 0)).sort(compareCounts)
  const listed = all.slice(0, COUNTED_FACETS)
  for (const key of chosen) {
    if (listed.some((count) => count.key === key)) continue
    const facet = names.findIndex(([known]) => known === key)
    listed.push(toCount(names[facet] ?? [key, key], counts[facet] ?? 0))
  }
  return listed.sort(compareCounts)
}

function toCount([key, name]: readonly [string, string], stories: number): FacetCount {
  return { key, name, stories }
}

function compareCounts(a: FacetCount, b: FacetCount): number {
  return b.stories - a.stories || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}
