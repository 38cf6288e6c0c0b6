import type { RelatedReason, RelatedStory, StoryImage, Topic } from '../../shared/contract/bundle.ts'
import { linkCoverage } from './coverage-links.ts'
import { rankNeighbours } from './rank-neighbours.ts'
import { providerOf } from '../stories/provider-names.ts'
import type { Providers } from '../stories/provider-names.ts'
import { reasonTeller } from './reason.ts'
import type { SeedCoverage, SeedStory } from '../seeds/values/seed-story.ts'
import type { IsRealPicture } from '../stories/placeholder-images.ts'
import { toTerms } from './story-terms.ts'

/** Entries of a sidebar, unless coverage alone is more. */
const ENTRIES = 8

/** Ranked neighbours a story has room for even where coverage fills its sidebar. */
const LEAST_RANKED = 3

/** Stories shown because they list this one, at most; the latest are. */
const LISTED_BY = 24

const COVERAGE: RelatedReason = { kind: 'coverage' }

/** What the sidebar needs to know of all stories, each array oldest first. */
export interface RelatedInput {
  readonly stories: readonly SeedStory[]
  /** Positions by id. */
  readonly byId: ReadonlyMap<string, number>
  readonly topics: readonly (readonly Topic[])[]
  readonly events: readonly (readonly number[] | null)[]
  readonly providers: Providers
  /** The picture of each story. */
  readonly pictures: readonly (StoryImage | null)[]
  readonly isRealPicture: IsRealPicture
}

/** An entry of a sidebar, which is the same beside every story that shows it. */
type RelatedEntry = Omit<RelatedStory, 'reason'>

/**
 * The related stories of a story, by its position: coverage as its seed lists it, stories that list it,
 * the rest of its event, then ranked neighbours. Each appears once.
 */
export function relateStories(input: RelatedInput): (position: number) => RelatedStory[] {
  const { stories, byId, events, providers, pictures } = input
  const { lists, listedBy } = linkCoverage(stories, byId)
  const terms = toTerms(stories, input.topics)
  const tiesOf = (position: number) => [...lists(position), ...listedBy(position), ...(events[position] ?? [])]
  const neighbours = rankNeighbours(stories, terms, events, tiesOf)
  const toReason = reasonTeller(terms.terms, stories, providers)

  const known: RelatedEntry[] = []
  const entryHere = (position: number, story: SeedStory): RelatedEntry =>
    (known[position] ??= {
      title: story.title,
      published: story.published,
      provider: providerOf(providers, story.provider),
      image: pictures[position] ?? null,
      topic: input.topics[position]?.[0] ?? null,
      type: story.type,
      slug: story.slug,
      url: null,
    })
  const entryElsewhere = ({ url, title, published, provider, image, type }: SeedCoverage): RelatedEntry => ({
    title,
    published,
    provider: providerOf(providers, provider),
    image: image !== null && input.isRealPicture(provider, image) ? image : null,
    topic: null,
    type,
    slug: null,
    url,
  })
  return (position) => {
    const story = stories[position]
    if (story === undefined) return []
    const shown = new Set<number | string>([position])
    const entries: RelatedStory[] = []
    const show = (key: number | string, entry: RelatedEntry, reason: RelatedReason) => {
      shown.add(key)
      entries.push({ ...entry, reason })
    }
    const showHere = (other: number) => {
      const otherStory = stories[other]
      if (otherStory !== undefined && !shown.has(other)) show(other, entryHere(other, otherStory), COVERAGE)
    }
    for (const coverage of story.coverage) {
      const here = byId.get(coverage.id)
      if (here !== undefined) showHere(here)
      else if (!shown.has(coverage.id)) show(coverage.id, entryElsewhere(coverage), COVERAGE)
    }
    for (const other of listedBy(position).slice(-LISTED_BY).reverse()) showHere(other)
    for (const other of (events[position] ?? []).toReversed()) showHere(other)
    const wanted = entries.length + Math.max(LEAST_RANKED, ENTRIES - entries.length)
    for (const other of neighbours.of(position)) {
      const otherStory = stories[other]
      if (otherStory === undefined || entries.length === wanted) break
      // None of them is shown yet: what stands here anyway is tied to the story, and so no neighbour.
      show(other, entryHere(other, otherStory), toReason(neighbours.evidence(position, other), story))
    }
    return entries
  }
}
