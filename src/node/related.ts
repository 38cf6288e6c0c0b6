import type { RelatedReason, RelatedStory, StoryImage, Topic } from '../shared/bundle.ts'
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

/** What the sidebar needs to know of all stories, each array oldest first. */
export interface RelatedInput {
  readonly stories: readonly SeedStory[]
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
  const { stories, events, providers, pictures } = input
  const byId = new Map(stories.map(({ id }, position) => [id, position]))
  const listedBy = stories.map((): number[] => [])
  const tied = stories.map(() => new Set<number>())
  stories.forEach(({ coverage }, position) => {
    for (const { id } of coverage) {
      const here = byId.get(id)
      if (here === undefined || here === position || tied[position]?.has(here) === true) continue
      listedBy[here]?.push(position)
      tied[position]?.add(here)
    }
  })
  const areTied = (a: number, b: number) =>
    tied[a]?.has(b) === true || tied[b]?.has(a) === true || (events[a] !== null && events[a] === events[b])
  const terms = toTerms(stories, input.topics)
  const neighbours = rankNeighbours(stories, terms, events, areTied)
  const toReason = reasonTeller(terms.terms, stories, providers)

  const entryHere = (position: number, reason: RelatedReason): RelatedStory[] => {
    const story = stories[position]
    if (story === undefined) return []
    const { slug, title, published, type } = story
    const provider = settledProvider(providers, story.provider)
    const image = pictures[position] ?? null
    const topic = input.topics[position]?.[0] ?? null
    return [{ title, published, provider, image, topic, type, slug, url: null, reason }]
  }
  return (position) => {
    const story = stories[position]
    if (story === undefined) return []
    const shown = new Set<number | string>([position])
    const entries: RelatedStory[] = []
    const showHere = (other: number, reason: RelatedReason) => {
      if (shown.has(other)) return
      shown.add(other)
      entries.push(...entryHere(other, reason))
    }
    const coverage: RelatedReason = { kind: 'coverage' }
    for (const { id, url, title, published, provider, image, type } of story.coverage) {
      const here = byId.get(id)
      if (here !== undefined) showHere(here, coverage)
      else if (!shown.has(id)) {
        shown.add(id)
        const picture = image !== null && input.showsSomething(provider, image) ? image : null
        const settled = settledProvider(providers, provider)
        entries.push({ title, published, provider: settled, image: picture, topic: null, type, slug: null, url, reason: coverage })
      }
    }
    for (const other of (listedBy[position] ?? []).slice(-LISTED_BY).reverse()) showHere(other, coverage)
    for (const other of (events[position] ?? []).toReversed()) showHere(other, coverage)
    const wanted = entries.length + Math.max(LEAST_RANKED, ENTRIES - entries.length)
    for (const { position: other, evidence } of neighbours[position] ?? []) {
      if (entries.length < wanted) showHere(other, toReason(evidence, story))
    }
    return entries
  }
}
