import type { Topic } from '../shared/bundle.ts'
import type { SeedStory } from './seed-story.ts'
import { isTelling, wordsOf } from './words.ts'

/** What two stories can have in common. `first` is the position of the oldest story that says the word. */
export type Term =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'word'; readonly word: string; readonly first: number }
  | { readonly kind: 'provider' }

/** The terms of all stories, each told once and known by its index. */
export interface StoryTerms {
  readonly terms: readonly Term[]
  /** Per story, without repeats: a term's index times two, plus one for a word of the title. */
  readonly ofStory: readonly Int32Array[]
}

/** Words of an excerpt that are looked at; what a story is about stands at its beginning. */
const EXCERPT_WORDS = 60

/** Lists the topics, telling words and provider of each story. */
export function toTerms(stories: readonly SeedStory[], storyTopics: readonly (readonly Topic[])[]): StoryTerms {
  const terms: Term[] = []
  const topics = new Map<string, number>()
  const words = new Map<string, number>()
  const providers = new Map<string, number>()
  const learn = (known: Map<string, number>, key: string, term: Term) => {
    known.set(key, terms.length)
    return (terms.push(term) - 1) * 2
  }
  const indexOf = (known: Map<string, number>, key: string) => {
    const index = known.get(key)
    return index === undefined ? undefined : index * 2
  }
  const ofStory = stories.map((story, first) => {
    const own = new Set<number>()
    for (const topic of storyTopics[first] ?? []) {
      own.add(indexOf(topics, topic.slug) ?? learn(topics, topic.slug, { kind: 'topic', topic }))
    }
    const domain = story.provider?.domain
    if (domain !== undefined) own.add(indexOf(providers, domain) ?? learn(providers, domain, { kind: 'provider' }))
    for (const word of wordsOf(story.title)) {
      if (isTelling(word)) own.add((indexOf(words, word) ?? learn(words, word, { kind: 'word', word, first })) + 1)
    }
    for (const word of wordsOf(story.excerpt).slice(0, EXCERPT_WORDS)) {
      if (!isTelling(word)) continue
      const index = indexOf(words, word) ?? learn(words, word, { kind: 'word', word, first })
      if (!own.has(index + 1)) own.add(index)
    }
    return Int32Array.from(own)
  })
  return { terms, ofStory }
}
