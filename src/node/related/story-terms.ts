import type { Topic } from '../../shared/contract/bundle.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { isTelling, titleWords, wordsOf } from '../stories/tokenize.ts'

/** What two stories can have in common. `first` is the position of the oldest story that says the word. */
export type Term =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'word'; readonly word: string; readonly first: number }
  | { readonly kind: 'provider' }

/** The terms of all stories, each told once and known by its index. */
export interface StoryTerms {
  readonly terms: readonly Term[]
  /**
   * The terms of the first story, then those of the second and so on, each story's without repeats: a
   * term's index times two, plus one for a word of the title. One array for all, as a story has dozens.
   */
  readonly entries: Int32Array
  /** Where each story's entries begin, and at last where all end. */
  readonly starts: Int32Array
}

/** Words of an excerpt that are looked at; what a story is about stands at its beginning. */
const EXCERPT_WORDS = 60

/** Stands for a word that tells nothing, so that it is judged once. */
const NOT_TELLING = -1

/** Lists the topics, telling words and provider of each story. */
export function toTerms(stories: readonly SeedStory[], storyTopics: readonly (readonly Topic[])[]): StoryTerms {
  const terms: Term[] = []
  /** The last story that has the term. */
  const lastStory: number[] = []
  const topics = new Map<string, number>()
  const words = new Map<string, number>()
  const providers = new Map<string, number>()
  const starts = new Int32Array(stories.length + 1)
  let entries = new Int32Array(1024)
  let length = 0

  const learn = (known: Map<string, number>, key: string, term: Term | null): number => {
    const index = term === null ? NOT_TELLING : terms.push(term) - 1
    if (term !== null) lastStory.push(-1)
    known.set(key, index)
    return index
  }
  const add = (index: number, position: number, inTitle: 0 | 1) => {
    if (lastStory[index] === position) return
    lastStory[index] = position
    if (length === entries.length) {
      const longer = new Int32Array(length * 2)
      longer.set(entries)
      entries = longer
    }
    entries[length++] = index * 2 + inTitle
  }
  const addWord = (word: string, position: number, inTitle: 0 | 1) => {
    const index = words.get(word) ?? learn(words, word, isTelling(word) ? { kind: 'word', word, first: position } : null)
    if (index !== NOT_TELLING) add(index, position, inTitle)
  }
  for (const [position, story] of stories.entries()) {
    for (const topic of storyTopics[position] ?? []) {
      add(topics.get(topic.slug) ?? learn(topics, topic.slug, { kind: 'topic', topic }), position, 0)
    }
    const domain = story.provider?.domain
    if (domain !== undefined) add(providers.get(domain) ?? learn(providers, domain, { kind: 'provider' }), position, 0)
    for (const word of titleWords(story.title)) addWord(word, position, 1)
    const excerpt = wordsOf(story.excerpt)
    for (let at = 0; at < Math.min(excerpt.length, EXCERPT_WORDS); at++) addWord(excerpt[at] ?? '', position, 0)
    starts[position + 1] = length
  }
  return { terms, entries: entries.subarray(0, length), starts }
}
