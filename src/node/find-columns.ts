import { CHUNK_SIZE } from '../shared/bundle.ts'
import { encodeAscending, encodeNumbers, zigzag } from '../shared/find-codec.ts'
import type { FacetColumn, FindScores } from '../shared/find-format.ts'

/** One topic or provider of a story: its key and name. */
export type Facet = readonly [key: string, name: string]

/** Most stories a heat step may leave, as shares of all. */
const STEP_SHARES = [0.5, 0.25, 0.1, 0.03]

/** What each chunk of stories says of one kind of facet; `facets` of each story, oldest first. */
export function toFacetColumns(facets: readonly (readonly Facet[])[]): FacetColumn[] {
  const numbers = new Map<string, number>()
  return chunked(facets).map((chunk) => {
    const added: Facet[] = []
    const lists = new Map<number, number[]>()
    chunk.forEach((own, at) => {
      for (const facet of own) {
        let number = numbers.get(facet[0])
        if (number === undefined) {
          numbers.set(facet[0], (number = numbers.size))
          added.push(facet)
        }
        const list = lists.get(number)
        if (list === undefined) lists.set(number, [at])
        else list.push(at)
      }
    })
    const present = [...lists.keys()].sort((a, b) => a - b)
    return { added, present: encodeAscending(present), stories: present.map((number) => encodeAscending(lists.get(number) ?? [])) }
  })
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
  for (let at = 0; at < items.length; at += CHUNK_SIZE) chunks.push(items.slice(at, at + CHUNK_SIZE))
  return chunks
}
