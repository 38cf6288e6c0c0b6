import type { RelatedReason, RelatedStory, Topic } from '../../shared/contract/bundle.ts'
import { linkCoverage, type CoverageLinks } from './coverage-links.ts'
import { rankNeighbours, type Neighbours } from './rank-neighbours.ts'
import { providerOf, type Providers } from '../stories/provider-names.ts'
import { RARE, reasonOf } from './reason.ts'
import type { SeedCoverage, SeedStory } from '../seeds/values/seed-story.ts'
import { primaryLanguage } from '../stories/primary-language.ts'
import { publishedSeconds } from '../stories/story-order.ts'
import type { Vocabulary } from '../stories/story-words.ts'
import { toFeatures, type Feature } from './story-features.ts'

/** Ranked entries of a sidebar, at most. */
const RANKED = 6

/** Lowest score of an entry. Chosen on graded sidebars: below it two of three had nothing to do with the story. */
const FLOOR = 0.95

/** Entries after this many ranked ones must reach the higher floor: a fifth mediocre entry helps nobody. */
const FIRST_ENTRIES = 4
const HIGHER_FLOOR = 1.25

/** Stories shown because they list this one, at most; the latest are. */
const LISTED_BY = 24

const COVERAGE: RelatedReason = { kind: 'coverage' }

/** The least score at which the ranked story `at`, counted from 0, is shown. */
export function leastScore(at: number): number {
  return at < FIRST_ENTRIES ? FLOOR : at < RANKED ? HIGHER_FLOOR : Infinity
}

/** What the ranking needs to know of all stories, each array oldest first. */
export interface RankingInput {
  readonly stories: readonly SeedStory[]
  readonly topics: readonly (readonly Topic[])[]
  readonly events: readonly (readonly number[] | null)[]
  readonly vocabulary: Vocabulary
  /** The site's. */
  readonly language: string
}

/** What the sidebar needs to know besides. */
export interface RelatedInput extends RankingInput {
  /** Positions by id. */
  readonly byId: ReadonlyMap<string, number>
  readonly providers: Providers
}

/** Ranks all stories by what they share; `linkedStoriesOf` gives the stories that a sidebar shows anyway. */
export function rankStories({ stories, topics, events, vocabulary, language }: RankingInput, linkedStoriesOf: (position: number) => Iterable<number>) {
  const languages = stories.map((story) => primaryLanguage(story.language ?? language))
  const ranked = stories.map((story, position) => ({
    seconds: publishedSeconds(story),
    language: languages[position] ?? '',
    event: events[position]?.[0] ?? -1,
  }))
  const features = toFeatures(vocabulary, topics)
  return { neighbours: rankNeighbours(ranked, features, linkedStoriesOf), features: features.features, languages }
}

/** What relating all stories has found. */
export interface RelatedStories {
  /** The related stories of a story, by its position. */
  readonly of: (position: number) => RelatedStory[]
  /** Those of them that are its coverage. */
  readonly coverageOf: (position: number) => RelatedStory[]
  readonly coverage: CoverageLinks
  readonly neighbours: Neighbours
  readonly features: readonly Feature[]
}

/**
 * Finds the related stories of each story, by its position: coverage as its seed lists it, stories that list it,
 * the rest of its event, then ranked neighbours, those in its own language first. Each appears once;
 * where nothing is related enough, nothing is shown.
 */
export function relateStories(input: RelatedInput): RelatedStories {
  const { stories, byId, events, providers } = input
  // The other words are needed no more than the ranking.
  const { words } = input.vocabulary
  const nameRuns = input.vocabulary.stories.map((own) => own.nameRuns)
  const coverageLinks = linkCoverage(stories, byId)
  const { lists, listedBy } = coverageLinks
  const { neighbours, features, languages } = rankStories(input, (position) => [...lists(position), ...listedBy(position), ...(events[position] ?? [])])

  const named = (position: number, story: SeedStory) => ({ story, names: nameRuns[position] ?? [] })
  /** By position; an entry is the same in every sidebar that shows it as coverage. */
  const known: RelatedStory[] = []
  const entryHere = (position: number, story: SeedStory): RelatedStory =>
    (known[position] ??= {
      title: story.title,
      published: story.published,
      provider: providerOf(providers, story.provider)?.name ?? null,
      type: story.type,
      slug: story.slug,
      url: null,
      reason: COVERAGE,
    })
  const entryElsewhere = ({ url, title, published, provider, type }: SeedCoverage): RelatedStory => ({
    title,
    published,
    provider: providerOf(providers, provider)?.name ?? null,
    type,
    slug: null,
    url,
    reason: COVERAGE,
  })
  const coverageOf = (position: number): RelatedStory[] => {
    // An array, because it is short: a set costs more to make than it saves.
    const shown: (number | string)[] = [position]
    const entries: RelatedStory[] = []
    const showHere = (other: number) => {
      const story = stories[other]
      if (story === undefined || shown.includes(other)) return
      shown.push(other)
      entries.push(entryHere(other, story))
    }
    for (const coverage of stories[position]?.coverage ?? []) {
      const here = byId.get(coverage.id)
      if (here !== undefined) showHere(here)
      else if (!shown.includes(coverage.id)) {
        shown.push(coverage.id)
        entries.push(entryElsewhere(coverage))
      }
    }
    for (const other of listedBy(position).slice(-LISTED_BY).reverse()) showHere(other)
    for (const other of (events[position] ?? []).toReversed()) showHere(other)
    return entries
  }
  const of = (position: number): RelatedStory[] => {
    const story = stories[position]
    if (story === undefined) return []
    const isOwnLanguage = (other: number) => languages[other] === languages[position]
    const near = neighbours.of(position).flatMap(({ position: other, score }, at) => (score >= leastScore(at) ? other : []))
    // None of them is coverage: what is shown anyway is linked to the story, and so no neighbour.
    const ranked = [...near.filter(isOwnLanguage), ...near.filter((one) => !isOwnLanguage(one))].flatMap((other): RelatedStory[] => {
      const otherStory = stories[other]
      if (otherStory === undefined) return []
      const reason = reasonOf(neighbours.shared(position, other, RARE), features, words, named(position, story), named(other, otherStory))
      return [{ ...entryHere(other, otherStory), reason }]
    })
    return [...coverageOf(position), ...ranked]
  }
  return { of, coverageOf, coverage: coverageLinks, neighbours, features }
}
