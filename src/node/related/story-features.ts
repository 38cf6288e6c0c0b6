import type { Topic } from '../../shared/contract/bundle.ts'
import type { StoryWords, Vocabulary } from '../stories/story-words.ts'
import { RELATED_WEIGHTS, STATUS_WORDS } from './related-weights.ts'

/** What two stories can have in common; words by term id. */
export type Feature =
  | { readonly kind: 'word'; readonly term: number }
  | { readonly kind: 'phrase'; readonly terms: readonly [number, number] }
  | { readonly kind: 'topic'; readonly topic: Topic }

/** The features of all stories. Numbers in typed arrays: ten thousand stories have a million of them. */
export interface StoryFeatures {
  /** By feature id. */
  readonly features: readonly Feature[]
  /** Factor on a feature's rarity, by feature id. */
  readonly factors: Float64Array
  /** Feature ids of the first story, then those of the second and so on, each story's without repeats. */
  readonly ids: Int32Array
  /** The weight of each within its story. */
  readonly weights: Float32Array
  /** Where each story's features begin, and at last where all end. */
  readonly starts: Int32Array
}

/** A topic on more of the stories so far than this tells nothing about one of them. */
const COMMON_TOPIC = 0.9

/** Lists the words, phrases and topics of each story. */
export function toFeatures({ stories, words }: Vocabulary, storyTopics: readonly (readonly Topic[])[]): StoryFeatures {
  const features: Feature[] = []
  const factors: number[] = []
  const wordIds = new Int32Array(words.length).fill(-1)
  const phraseIds = new Map<number, number>()
  const topicIds = new Map<string, number>()
  const [ids, weights]: [number[], number[]] = [[], []]
  const starts = new Int32Array(stories.length + 1)
  const isStatus = words.map((word) => STATUS_WORDS.has(word))

  const learn = (feature: Feature, factor: number): number => {
    factors.push(factor)
    return features.push(feature) - 1
  }
  const wordId = (term: number): number => {
    let id = wordIds[term] ?? -1
    if (id < 0) wordIds[term] = id = learn({ kind: 'word', term }, isStatus[term] === true ? RELATED_WEIGHTS.status : 1)
    return id
  }
  const phraseId = (first: number, second: number): number => {
    const key = first * words.length + second
    let id = phraseIds.get(key)
    if (id === undefined) {
      const areStatus = isStatus[first] === true || isStatus[second] === true
      phraseIds.set(key, (id = learn({ kind: 'phrase', terms: [first, second] }, areStatus ? RELATED_WEIGHTS.status : 1)))
    }
    return id
  }
  const topicId = (topic: Topic): number => {
    let id = topicIds.get(topic.slug)
    if (id === undefined) topicIds.set(topic.slug, (id = learn({ kind: 'topic', topic }, 1)))
    return id
  }
  const lastStory: number[] = []
  /** By feature: stories so far with this topic. */
  const topicCounts: number[] = []
  const add = (position: number, id: number, weight: number) => {
    if (lastStory[id] === position) return
    lastStory[id] = position
    ids.push(id)
    weights.push(weight)
  }
  const addWords = (position: number, terms: readonly number[], { names, repeated }: StoryWords, field: number) => {
    for (const [at, term] of terms.entries()) {
      add(position, wordId(term), field * (names.has(term) ? RELATED_WEIGHTS.name : 1) * (repeated.has(term) ? RELATED_WEIGHTS.repeated : 1))
      const before = terms[at - 1]
      if (before !== undefined) add(position, phraseId(before, term), field * RELATED_WEIGHTS.phrase)
    }
  }
  for (const [position, story] of stories.entries()) {
    addWords(position, story.title, story, 1)
    addWords(position, story.lead, story, RELATED_WEIGHTS.lead)
    for (const topic of storyTopics[position] ?? []) {
      const id = topicId(topic)
      const count = (topicCounts[id] ?? 0) + 1
      topicCounts[id] = count
      if (position < 2 || count <= COMMON_TOPIC * (position + 1)) add(position, id, RELATED_WEIGHTS.topic)
    }
    starts[position + 1] = ids.length
  }
  return { features, factors: Float64Array.from(factors), ids: Int32Array.from(ids), weights: Float32Array.from(weights), starts }
}
