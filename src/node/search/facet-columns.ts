import { STORIES_PER_COLUMN_FILE, type Topic } from '../../shared/contract/bundle.ts'
import { encodeAscending, encodeNumbers, zigzag } from '../../shared/search/varint.ts'
import { FACETS_PER_FILE, type FacetColumn, type FacetName, type IdColumn, type ScoreColumn } from '../../shared/search/index-format.ts'
import { appendTo, chunked } from '../lib/collections.ts'
import type { IndexedStory } from './indexed-story.ts'

/** Shares of all stories that the heat steps are to leave, at most. */
const STEP_SHARES = [0.5, 0.25, 0.1, 0.03]

/** The names and the columns of the facets of one kind. */
interface FacetParts {
  readonly names: readonly (readonly FacetName[])[]
  readonly columns: readonly FacetColumn[]
}

/** The files of one kind of facet, of which each story may have several; stories are given oldest first. */
export function toFacetParts(stories: readonly (readonly Topic[])[]): FacetParts {
  const numbers = new Map<string, number>()
  const names: FacetName[] = []
  const columns = chunked(stories, STORIES_PER_COLUMN_FILE).map((file) => {
    const lists = new Map<number, number[]>()
    file.forEach((facets, at) => {
      for (const { slug, name } of facets) {
        const number = numbers.get(slug) ?? names.push([slug, name]) - 1
        numbers.set(slug, number)
        appendTo(lists, number, at)
      }
    })
    const present = [...lists.keys()].sort((a, b) => a - b)
    return { present: encodeAscending(present), stories: present.map((number) => encodeAscending(lists.get(number) ?? [])) }
  })
  return { names: chunked(names, FACETS_PER_FILE), columns }
}

/** The score columns of stories, given oldest first. */
export function toScores(scores: readonly number[]): ScoreColumn[] {
  return chunked(scores, STORIES_PER_COLUMN_FILE).map((file) => (file.every(Number.isInteger) ? encodeNumbers(file.map(zigzag)) : file))
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
