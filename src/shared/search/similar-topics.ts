import type { Topic } from '../contract/bundle.ts'
import { toSlug } from '../contract/slug.ts'

/** Topics whose slugs share the most letter pairs with an unknown slug (Dice's coefficient, 1945), best first. */
export function similarTopics<T extends Topic>(slug: string, topics: readonly T[], limit: number): T[] {
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
