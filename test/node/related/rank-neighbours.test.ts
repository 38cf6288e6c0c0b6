import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankNeighbours } from '../../../src/node/related/rank-neighbours.ts'
import { toFeatures } from '../../../src/node/related/story-features.ts'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { toVocabulary } from '../../../src/node/stories/story-words.ts'
import { after, makeStory } from '../../support/make-story.ts'

const words = ['chips', 'robots', 'courts', 'voices', 'maps', 'wheels', 'pixels', 'orbits']
const some = (from: readonly string[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...from), { maxLength })

/** Stories oldest first, few enough that none is left aside. */
const archive = fc
  .array(fc.record({ title: some(words, 4), topics: some(['a', 'b', 'c'], 2), hours: fc.nat({ max: 40 }) }), { minLength: 1, maxLength: 20 })
  .map((drawn) => {
    let hours = 0
    return drawn.map(({ title, topics, hours: later }, at) => {
      hours += later
      return makeStory(`s${at}`, { title: title.join(' '), topics, published: after(hours) })
    })
  })

function neighboursOf(stories: readonly SeedStory[]): { position: number; score: number }[][] {
  const topics = stories.map((story) => story.topics.map((name) => ({ slug: name, name })))
  const ranked = stories.map(({ published }) => ({ seconds: Date.parse(published) / 1000, language: 'en', event: -1 }))
  const { of } = rankNeighbours(ranked, toFeatures(toVocabulary(stories, 'en'), topics), () => [])
  return stories.map((_, position) => [...of(position)])
}

/** A story's words, pairs of neighbouring words and topics, with their weights; not the topics that nearly all stories so far have. */
function featuresOf({ title, topics }: SeedStory, position: number, stories: readonly SeedStory[]): Map<string, number> {
  const telling = topics.filter((topic) => position < 2 || stories.slice(0, position + 1).filter((one) => one.topics.includes(topic)).length <= 0.9 * (position + 1))
  const terms = title.split(' ').filter(Boolean)
  return new Map([
    ...terms.map((word) => [word, 1] as const),
    ...terms.slice(1).map((word, at) => [`${terms[at] ?? ''} ${word}`, 1.05] as const),
    ...telling.map((topic) => [`topic ${topic}`, 1.2] as const),
  ])
}

/** The score as it is described: shared features by squared rarity, over the root of both lengths, more for the same days. */
function scoreNaively(stories: readonly SeedStory[], older: number, newer: number): number {
  const features = stories.slice(0, newer + 1).map(featuresOf)
  const rarity = (feature: string) => {
    const frequency = features.filter((own) => own.has(feature)).length
    return Math.max(0, Math.log((newer + 1 + 16) / Math.max(6, frequency))) ** 0.75
  }
  const [one, two] = [features[older], features[newer]]
  if (one === undefined || two === undefined) return 0
  const length = (own: Map<string, number>) => Math.hypot(...[...own].map(([feature, weight]) => weight * rarity(feature)))
  const product = [...one].reduce((sum, [feature, weight]) => sum + weight * (two.get(feature) ?? 0) * rarity(feature) ** 2, 0)
  const days = (Date.parse(stories[newer]?.published ?? '') - Date.parse(stories[older]?.published ?? '')) / 86_400_000
  return product === 0 ? 0 : (product / Math.sqrt(length(one) * length(two))) * (1 + 0.3 * Math.exp(-days / 3))
}

describe('the neighbours of a story', () => {
  it('are scored as the weights describe it', () => {
    fc.assert(
      fc.property(archive, (stories) => {
        neighboursOf(stories).forEach((list, position) => {
          for (const { position: other, score } of list) {
            expect(score).toBeCloseTo(scoreNaively(stories, Math.min(position, other), Math.max(position, other)), 4)
          }
        })
      }),
    )
  })

  it('are the best of all, best first', () => {
    fc.assert(
      fc.property(archive, (stories) => {
        neighboursOf(stories).forEach((list, position) => {
          const all = stories.flatMap((_, other) => (other === position ? [] : scoreNaively(stories, Math.min(position, other), Math.max(position, other))))
          const best = all.filter((score) => score > 0).sort((a, b) => b - a).slice(0, 11)
          expect(list.length).toBe(best.length)
          list.forEach(({ score }, at) => expect(score).toBeCloseTo(best[at] ?? 0, 4))
        })
      }),
    )
  })

  it('keep their order and their scores when a newer story comes, which at most stands among them', () => {
    fc.assert(
      fc.property(archive, (stories) => {
        const newest = stories.length - 1
        const lists = neighboursOf(stories)
        neighboursOf(stories.slice(0, newest)).forEach((before, position) => {
          const kept = lists[position]?.filter(({ position: other }) => other !== newest)
          expect(kept).toEqual(before.slice(0, kept?.length))
          expect(kept?.length).toBeGreaterThanOrEqual(Math.min(before.length, 10))
        })
      }),
    )
  })
})
