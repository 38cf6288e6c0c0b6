import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import type { Topic } from '../../shared/contract/bundle.ts'
import { encodeAscending, encodeNumbers, zigzag } from '../../shared/search/varint.ts'
import type { FacetColumn, FacetName, FacetColumns, IdColumn, ScoreColumn } from '../../shared/search/index-format.ts'
import type { IndexedStory } from './indexed-story.ts'

/** Shares of all stories that the heat steps are to leave, at most. */
const STEP_SHARES = [0.5, 0.25, 0.1, 0.03]

/** The column files of stories, given oldest first. */
export function toColumns(stories: readonly IndexedStory[]): FacetColumns[] {
  const [topicNumbers, providerNumbers, authorNumbers] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  return inColumnFiles(stories).map((file) => {
    const providers: FacetName[] = []
    const authors = toColumn(file.map((story) => story.authors), authorNumbers)
    const storyProviders = file.map(({ provider }) => (provider === null ? 0 : 1 + numberOf(providerNumbers, providers, provider.domain, provider.name)))
    return {
      topics: toColumn(file.map(({ topics }) => topics), topicNumbers),
      ...(authors.stories.length > 0 && { authors }),
      providers,
      storyProviders: encodeNumbers(storyProviders),
    }
  })
}

/** The column of one kind of facet, of which each story of a file may have several. */
function toColumn(file: readonly (readonly Topic[])[], numbers: Map<string, number>): FacetColumn {
  const names: FacetName[] = []
  const lists = new Map<number, number[]>()
  file.forEach((facets, at) => {
    for (const { slug, name } of facets) {
      const number = numberOf(numbers, names, slug, name)
      const list = lists.get(number)
      if (list === undefined) lists.set(number, [at])
      else list.push(at)
    }
  })
  const present = [...lists.keys()].sort((a, b) => a - b)
  return { names, present: encodeAscending(present), stories: present.map((number) => encodeAscending(lists.get(number) ?? [])) }
}

/** The number of a facet; a new one takes the next number and is pushed to `added`. */
function numberOf(numbers: Map<string, number>, added: FacetName[], key: string, name: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  added.push([key, name])
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** The score columns of stories, given oldest first. */
export function toScores(scores: readonly number[]): ScoreColumn[] {
  return inColumnFiles(scores).map((file) => (file.every(Number.isInteger) ? encodeNumbers(file.map(zigzag)) : file))
}

/** The id columns of stories, given oldest first. */
export function toIds(stories: readonly IndexedStory[]): IdColumn[] {
  return inColumnFiles(stories).map((file) => file.map(({ id }) => id).join(''))
}

/** Minimum heats that leave about a half, a quarter, a tenth and a few of all stories. */
export function toHeatSteps(heats: readonly number[]): number[] {
  const sorted = Float64Array.from(heats).sort()
  const steps = STEP_SHARES.map((share) => sorted[Math.floor(sorted.length * (1 - share))] ?? 0)
  return [...new Set(steps)].filter((step) => step > (sorted[0] ?? 0))
}

function inColumnFiles<T>(items: readonly T[]): (readonly T[])[] {
  const files: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += STORIES_PER_COLUMN_FILE) files.push(items.slice(at, at + STORIES_PER_COLUMN_FILE))
  return files
}
