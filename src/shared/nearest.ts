import type { StoryTitle, Topic } from './bundle.ts'
import { titleWordsOf, toSlug } from './slug.ts'

/** Stories that share the most title words with a dead slug, best first; `stories` newest first. */
export function nearestStories(slug: string, stories: readonly StoryTitle[], limit: number): StoryTitle[] {
  const wanted = new Set(titleWordsOf(slug))
  const scored = stories
    .map((story) => {
      const own = new Set(titleWordsOf(story.slug))
      const shared = [...own].filter((word) => wanted.has(word)).reduce((sum, word) => sum + word.length, 0)
      return { story, shared }
    })
    .filter(({ shared }) => shared > 0)
  return scored
    .sort((a, b) => b.shared - a.shared)
    .slice(0, limit)
    .map(({ story }) => story)
}

/** Topics whose slugs share the most letter pairs with an unknown one (Dice's coefficient, 1945), best first. */
export function nearestTopics<T extends Topic>(slug: string, topics: readonly T[], limit: number): T[] {
  const wanted = letterPairs(toSlug(slug))
  return topics
    .map((topic) => {
      const own = letterPairs(topic.slug)
      const shared = [...own].filter((pair) => wanted.has(pair)).length
      return { topic, score: (2 * shared) / (own.size + wanted.size) }
    })
    .filter(({ score }) => score > 0.2)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ topic }) => topic)
}

function letterPairs(slug: string): Set<string> {
  const padded = `-${slug}-`
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}
