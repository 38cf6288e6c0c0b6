import { toTopicSlug } from '../../shared/contract/slug.ts'
import { countValues, groupBy } from '../lib/collections.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { mostCommonSpelling } from './most-common-spelling.ts'

/** A topic that the seeds write in several ways. */
export interface TopicVariants {
  /** The slug that it has. */
  readonly slug: string
  readonly name: string
  /** The other ways in which it is written, most used first. */
  readonly spellings: readonly string[]
  /** Slugs that these would have by themselves. */
  readonly otherSlugs: readonly string[]
}

/** Shortest word whose plural is recognised: "CSS" is not the plural of "CS". */
const SHORTEST_SINGULAR = 3

/** Words in -s that are no plurals. */
const NO_PLURAL = /(?:[siu]|ic)s$|^news$/

/** Topics that are written in several ways: in other case, with other hyphens and spaces, or in the plural. */
export function findTopicVariants(stories: readonly SeedStory[]): TopicVariants[] {
  const groups = groupBy(countValues(stories.flatMap(({ topics }) => topics)), ([name]) => keyOf(toTopicSlug(name)))
  return [...groups.values()].flatMap((spellings) => (spellings.length === 1 ? [] : toVariants(spellings))).sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** The slug of each topic that has another than its name would give it. */
export function variantSlugs(variants: readonly TopicVariants[]): ReadonlyMap<string, string> {
  return new Map(variants.flatMap(({ slug, otherSlugs }) => otherSlugs.map((other) => [other, slug] as const)))
}

function toVariants(spellings: readonly [name: string, count: number][]): TopicVariants {
  const slugs = new Map<string, number>()
  for (const [name, count] of spellings) slugs.set(toTopicSlug(name), (slugs.get(toTopicSlug(name)) ?? 0) + count)
  const slug = mostCommonSpelling(slugs)
  const name = mostCommonSpelling(new Map(spellings.filter(([spelling]) => toTopicSlug(spelling) === slug)))
  const others = spellings.filter(([spelling]) => spelling !== name).sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
  return { slug, name, spellings: others.map(([spelling]) => spelling), otherSlugs: [...slugs.keys()].filter((other) => other !== slug).sort() }
}

/** What the slugs of one topic have in common: its last word in the singular, and hyphens between digits only ("gpt-4-5" is not "gpt-45"). */
function keyOf(slug: string): string {
  const start = slug.lastIndexOf('-') + 1
  return (slug.slice(0, start) + singularOf(slug.slice(start))).replace(/(?<!\p{N})-|-(?!\p{N})/gu, '')
}

function singularOf(word: string): string {
  if (NO_PLURAL.test(word)) return word
  const singular = word.replace(/(?:(i)es|(ch|sh|x|ss|zz)es|s)$/, (_, i?: string, before?: string) => (i === undefined ? (before ?? '') : 'y'))
  return singular.length < SHORTEST_SINGULAR ? word : singular
}
