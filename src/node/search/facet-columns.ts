import { STORIES_PER_COLUMN_FILE, type Topic } from '../../shared/contract/bundle.ts'
import { encodeAscending, encodeNumbers, zigzag } from '../../shared/search/varint.ts'
import { toTopicSlug } from '../../shared/contract/slug.ts'
import type { FacetColumn, FacetName, IdColumn, ScoreColumn } from '../../shared/search/index-format.ts'
import { appendTo, chunked, countValues } from '../lib/collections.ts'
import type { IndexedStory } from './indexed-story.ts'

/** Shares of all stories that the heat steps are to leave, at most. */
const STEP_SHARES = [0.5, 0.25, 0.1, 0.03]

/** The facets of one kind. */
export interface NumberedFacets {
  /** By number. */
  readonly names: readonly FacetName[]
  /** The numbers of each story's facets. */
  readonly ofStories: readonly (readonly number[])[]
}

/** Numbers the facets of one kind, of which each story may have several, in the order of their first occurrence. */
export function numberFacets(stories: readonly (readonly Topic[])[]): NumberedFacets {
  const numbers = new Map<string, number>()
  const names: FacetName[] = []
  const numberOf = ({ slug, name }: Topic): number => {
    const number = numbers.get(slug) ?? names.push(impliesSlug(name, slug) ? name : [slug, name]) - 1
    numbers.set(slug, number)
    return number
  }
  return { ofStories: stories.map((facets) => facets.map(numberOf)), names }
}

/** Whether every browser makes the same slug of a name: of other letters than these, some know more than others. */
function impliesSlug(name: string, slug: string): boolean {
  return /^[ -~]+$/.test(name) && toTopicSlug(name) === slug
}

/** The column of a list of stories, given as the numbers of each one's facets. */
export function toFacetColumn(stories: readonly (readonly number[])[]): FacetColumn {
  const lists = new Map<number, number[]>()
  stories.forEach((facets, at) => {
    for (const number of facets) appendTo(lists, number, at)
  })
  const present = [...lists.keys()].sort((a, b) => a - b)
  return [encodeAscending(present), present.map((number) => encodeAscending(lists.get(number) ?? [])).join('.')]
}

/** The column of totals: the first stories of the list have each facet. */
export function toTotalsColumn(stories: readonly (readonly number[])[]): FacetColumn {
  const counts = [...countValues(stories.flat())].sort(([a], [b]) => a - b)
  return [encodeAscending(counts.map(([number]) => number)), counts.map(([, count]) => encodeAscending([...Array(count).keys()])).join('.')]
}

/** The scores of a list of stories. */
export function toScoreColumn(scores: readonly number[]): ScoreColumn {
  return scores.every(Number.isInteger) ? encodeNumbers(scores.map(zigzag)) : scores
}

/** The id columns of stories, given oldest first. */
export function toIds(stories: readonly IndexedStory[]): IdColumn[] {
  return chunked(stories, STORIES_PER_COLUMN_FILE).map((file) => file.map(({ id }) => id).join(''))
}

/** Minimum heats that leave about a half, a quarter, a tenth and a few of all stories. */
export function toHeatSteps(heats: readonly number[]): number[] {
  const sorted = Float64Array.from(heats).sort()
  const steps = STEP_SHARES.map((share) => sorted[Math.floor(sorted.length * (1 - share))] ?? 0)
  return [...new Set(steps)].filter((step) => step > (sorted[0] ?? 0))
}
