import type { StoryVector } from './weigh-words.ts'

/** Latest stories with a term that are looked at. */
const POSTINGS = 24

/** A story that may tell the same event as another. */
export interface Candidate {
  readonly position: number
  readonly cosine: number
}

/** Finds, for one story after the other, oldest first, the older ones that may tell the same event. */
export type FindCandidates = (position: number, vector: StoryVector) => Candidate[]

/**
 * An inverted index of the latest stories of each term. A story meets at most `POSTINGS` others per
 * term, whatever the folder's size; those with at least the cosine `least`, published at most
 * `window` seconds before, are candidates. The cosine is a lower bound: a story that no longer is
 * among a common term's latest gets nothing for it.
 */
export function candidateFinder(seconds: Float64Array, window: number, least: number): FindCandidates {
  const postings = new Map<number, { stories: number[]; weights: number[] }>()
  const products = new Float64Array(seconds.length)
  return (position, { terms, weights }) => {
    const oldest = (seconds[position] ?? 0) - window
    const met: number[] = []
    for (const [at, term] of terms.entries()) {
      const weight = weights[at] ?? 0
      const posting = postings.get(term)
      if (posting === undefined) {
        postings.set(term, { stories: [position], weights: [weight] })
        continue
      }
      for (let post = posting.stories.length - 1; post >= 0; post--) {
        const other = posting.stories[post] ?? 0
        if ((seconds[other] ?? 0) < oldest) break
        if (products[other] === 0) met.push(other)
        products[other] = (products[other] ?? 0) + weight * (posting.weights[post] ?? 0)
      }
      posting.stories.push(position)
      posting.weights.push(weight)
      if (posting.stories.length > POSTINGS) {
        posting.stories.shift()
        posting.weights.shift()
      }
    }
    const candidates: Candidate[] = []
    for (const other of met) {
      const cosine = products[other] ?? 0
      if (cosine >= least) candidates.push({ position: other, cosine })
      products[other] = 0
    }
    return candidates
  }
}
