import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { encodeAscending, encodeNumbers, zigzag } from '../../shared/search/varint.ts'
import type { FacetName, FindColumns, FindScores } from '../../shared/search/index-format.ts'
import type { FindStory } from './indexed-story.ts'

/** Most stories a heat step may leave, as shares of all. */
const STEP_SHARES = [0.5, 0.25, 0.1, 0.03]

/** What each chunk of stories says of who carries what; stories oldest first. */
export function toColumns(stories: readonly FindStory[]): FindColumns[] {
  const [topicNumbers, providerNumbers] = [new Map<string, number>(), new Map<string, number>()]
  return chunked(stories).map((chunk) => {
    const [topics, providers]: [FacetName[], FacetName[]] = [[], []]
    const lists = new Map<number, number[]>()
    chunk.forEach((story, at) => {
      for (const { slug, name } of story.topics) {
        const number = numberOf(topicNumbers, topics, slug, name)
        const list = lists.get(number)
        if (list === undefined) lists.set(number, [at])
        else list.push(at)
      }
    })
    const present = [...lists.keys()].sort((a, b) => a - b)
    const storyProviders = chunk.map(({ provider }) => (provider === null ? 0 : 1 + numberOf(providerNumbers, providers, provider.domain, provider.name)))
    return {
      topics,
      present: encodeAscending(present),
      topicStories: present.map((number) => encodeAscending(lists.get(number) ?? [])),
      providers,
      storyProviders: encodeNumbers(storyProviders),
    }
  })
}

/** The number of a topic or provider; one not met before takes the next and is noted in `added`. */
function numberOf(numbers: Map<string, number>, added: FacetName[], key: string, name: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  added.push([key, name])
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** The heat, or quality, of each chunk of stories. */
export function toScores(scores: readonly number[]): FindScores[] {
  return chunked(scores).map((chunk) => (chunk.every(Number.isInteger) ? encodeNumbers(chunk.map(zigzag)) : chunk))
}

/** Heats that leave about a half, a quarter, a tenth and a few of all stories. */
export function toHeatSteps(heats: readonly number[]): number[] {
  const sorted = Float64Array.from(heats).sort()
  const steps = STEP_SHARES.map((share) => sorted[Math.floor(sorted.length * (1 - share))] ?? 0)
  return [...new Set(steps)].filter((step) => step > (sorted[0] ?? 0))
}

function chunked<T>(items: readonly T[]): (readonly T[])[] {
  const chunks: (readonly T[])[] = []
  for (let at = 0; at < items.length; at += STORIES_PER_COLUMN_FILE) chunks.push(items.slice(at, at + STORIES_PER_COLUMN_FILE))
  return chunks
}
