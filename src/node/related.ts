import type { RelatedReason, RelatedStory, StoryImage, Topic } from '../shared/bundle.ts'
import { linkCoverage } from './coverage-links.ts'
import { rankNeighbours } from './neighbours.ts'
import { settledProvider } from './providers.ts'
import type { Providers } from './providers.ts'
import { reasonTeller } from './related-reason.ts'
import type { SeedStory } from './seed-story.ts'
import type { ShowsSomething } from './placeholders.ts'
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
  readonly showsSomething: ShowsSomething
}

/**
 * The sidebar of a story, by its position: coverage as its seed lists it, stories that
 * list it, the rest of its event, then ranked neighbours. An entry stands there once.
 */
export function relateStories(input: RelatedInput): (position: number) => readonly RelatedStory[] {
  const { stories, byId, events, providers, pictures } = input
  const { lists, listedBy } = linkCoverage(stories, byId)
  const terms = toTerms(stories, input.topics)
  const tiesOf = (position: number) => [...lists(position), ...listedBy(position), ...(events[position] ?? [])]
  const neighbours = rankNeighbours(stories, terms, events, tiesOf)
  const toReason = reasonTeller(terms.terms, stories, providers)

  const entryHere = (position: number, story: SeedStory, reason: RelatedReason): RelatedStory => ({
    title: story.title,
    published: story.published,
    provider: settledProvider(providers, story.provider),
    image: pictures[position] ?? null,
    topic: input.topics[position]?.[0] ?? null,
    type: story.type,
    slug: story.slug,
    url: null,
    reason,
  })
  return (position) => {
    const story = stories[position]
    if (story === undefined) return []
    const shown = new Set<number | string>([position])
    const entries: RelatedStory[] = []
    const showHere = (other: number) => {
      const otherStory = stories[other]
      if (otherStory === undefined || shown.has(other)) return
      shown.add(other)
      entries.push(entryHere(other, otherStory, COVERAGE))
    }
    for (const { id, url, title, published, provider, image, type } of story.coverage) {
      const here = byId.get(id)
      if (here !== undefined) showHere(here)
      else if (!shown.has(id)) {
        shown.add(id)
        const picture = image !== null && input.showsSomething(provider, image) ? image : null
        const settled = settledProvider(providers, provider)
        entries.push({ title, published, provider: settled, image: picture, topic: null, type, slug: null, url, reason: COVERAGE })
      }
    }
    for (const other of listedBy(position).slice(-LISTED_BY).reverse()) showHere(other)
    for (const other of (events[position] ?? []).toReversed()) showHere(other)
    const wanted = entries.length + Math.max(LEAST_RANKED, ENTRIES - entries.length)
    for (const other of neighbours.of(position)) {
      const otherStory = stories[other]
      if (otherStory === undefined || entries.length === wanted) break
      // None of them is shown yet: what stands here anyway is tied to the story, and so no neighbour.
      entries.push(entryHere(other, otherStory, toReason(neighbours.evidence(position, other), story)))
    }
    return entries
  }
}
