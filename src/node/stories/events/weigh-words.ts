import type { Vocabulary } from '../story-words.ts'
import { HEADLINE_WORDS, isNumber } from '../tokenize.ts'
import { EVENT_WEIGHTS } from './event-weights.ts'

/** A story as a bag of weighted words, of length 1. */
export interface StoryVector {
  /** Term ids, those of the title first. */
  readonly terms: readonly number[]
  readonly weights: readonly number[]
  /** How many of the terms stand in the title. */
  readonly titleTerms: number
}

/**
 * Weighs each story's words by their rarity (TF-IDF). Rarity is counted over the stories up to the
 * one at hand, oldest first, so that two stories' similarity never changes when newer ones come.
 */
export function weighWords({ stories, words }: Vocabulary): StoryVector[] {
  const frequency = Float64Array.from(words, (word) => (HEADLINE_WORDS.has(word) ? EVENT_WEIGHTS.imaginedHeadlines : 0))
  const isNumeric = words.map(isNumber)
  return stories.map(({ title, lead, names }, position) => {
    const terms = [...new Set(title)]
    const titleTerms = terms.length
    terms.push(...lead)
    let squares = 0
    const weights = terms.map((term, at) => {
      const known = (frequency[term] ?? 0) + 1
      frequency[term] = known
      const rarity = Math.max(0.5, Math.log2((position + 1 + EVENT_WEIGHTS.imaginedStories) / known))
      const kind = names.has(term) ? EVENT_WEIGHTS.name : isNumeric[term] === true ? EVENT_WEIGHTS.number : 1
      const weight = rarity * kind * (at < titleTerms ? 1 : EVENT_WEIGHTS.lead)
      squares += weight * weight
      return weight
    })
    const length = Math.sqrt(squares) || 1
    return { terms, weights: weights.map((weight) => weight / length), titleTerms }
  })
}

/** How alike two stories' words are, 0 to 1; with `titlesOnly`, how alike their titles are. */
export type CosineOf = (a: StoryVector, b: StoryVector, titlesOnly?: boolean) => number

/** Compares vectors of `terms` terms; one array serves all comparisons. */
export function cosineFor(terms: number): CosineOf {
  const weights = new Float64Array(terms)
  return (a, b, titlesOnly = false) => {
    const [endA, endB] = titlesOnly ? [a.titleTerms, b.titleTerms] : [a.terms.length, b.terms.length]
    let squaresA = 0
    let squaresB = 0
    let product = 0
    for (let at = 0; at < endA; at++) {
      const weight = a.weights[at] ?? 0
      weights[a.terms[at] ?? 0] = weight
      squaresA += weight * weight
    }
    for (let at = 0; at < endB; at++) {
      const weight = b.weights[at] ?? 0
      squaresB += weight * weight
      product += weight * (weights[b.terms[at] ?? 0] ?? 0)
    }
    for (let at = 0; at < endA; at++) weights[a.terms[at] ?? 0] = 0
    return product === 0 ? 0 : product / Math.sqrt(squaresA * squaresB)
  }
}
