import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankNeighbours } from '../../../src/node/related/rank-neighbours.ts'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { toTerms } from '../../../src/node/related/story-terms.ts'
import { after, makeStory } from '../../support/make-story.ts'

const words = ['chips', 'robots', 'courts', 'voices', 'maps', 'wheels', 'pixels', 'orbits']
const some = (from: readonly string[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...from), { maxLength })

/** Stories oldest first, each with few enough terms that none is left aside. */
const archive = fc
  .array(
    fc.record({
      title: some(words, 3),
      excerpt: some(words, 2),
      topics: some(['a', 'b', 'c'], 2),
      domain: fc.constantFrom('one.com', 'two.com', 'three.com'),
      hours: fc.nat({ max: 40 }),
    }),
    { minLength: 1, maxLength: 90, size: 'max' },
  )
  .map((drawn) => {
    let hours = 0
    return drawn.map(({ title, excerpt, topics, domain, hours: later }, at) => {
      hours += later
      const provider = { domain, name: domain }
      return makeStory(`s${at}`, { title: title.join(' '), excerpt: excerpt.join(' '), topics, provider, published: after(hours) })
    })
  })

function neighboursOf(stories: readonly SeedStory[]): number[][] {
  const topics = stories.map((story) => story.topics.map((name) => ({ slug: name, name })))
  const { of } = rankNeighbours(stories, toTerms(stories, topics), stories.map(() => null), () => [])
  return stories.map((_, position) => Array.from(of(position)))
}

type Kind = 'topic' | 'provider' | 'word'

/** A story's terms, and whether each stands in the title. */
function termsOf({ title, excerpt, topics, provider }: SeedStory): Map<string, { kind: Kind; inTitle: boolean }> {
  const terms = new Map<string, { kind: Kind; inTitle: boolean }>()
  for (const word of excerpt.split(' ').filter(Boolean)) terms.set(`word ${word}`, { kind: 'word', inTitle: false })
  for (const word of title.split(' ').filter(Boolean)) terms.set(`word ${word}`, { kind: 'word', inTitle: true })
  for (const topic of topics) terms.set(`topic ${topic}`, { kind: 'topic', inTitle: false })
  terms.set(`provider ${provider?.domain ?? ''}`, { kind: 'provider', inTitle: false })
  return terms
}

function worthOf(kind: Kind, total: number, frequency: number): number {
  const steps = Math.min(10, Math.floor(Math.log2((total + 16) / frequency)))
  return kind === 'provider' ? 1 : kind === 'topic' ? steps * 2 : Math.max(0, steps - 2)
}

/** The ranking as it is told: whom each story meets, how near they are, and the nearest eleven of all meetings. */
function rankNaively(stories: readonly SeedStory[]): number[][] {
  const terms = stories.map(termsOf)
  const hours = stories.map(({ published }) => Date.parse(published) / 3_600_000)
  const meetings = stories.map((): { other: number; score: number; apart: number }[] => [])
  for (const [position, own] of terms.entries()) {
    const pull = new Map<number, number>()
    const meet = (other: number, by: number) => pull.set(other, (pull.get(other) ?? 0) + by)
    const worth = new Map<string, number>()
    const older = stories.slice(0, position).map((_, other) => other)
    for (const [term, { kind }] of own) {
      const having = older.filter((other) => terms[other]?.has(term))
      const weight = worthOf(kind, position + 1, having.length + 1)
      worth.set(term, weight)
      if (weight > 0) for (const other of having.slice(-12)) meet(other, weight * 2)
    }
    for (const other of older.slice(-6)) meet(other, 1)
    const compared = [...pull].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, 16)
    for (const [other] of compared) {
      const apart = (hours[position] ?? 0) - (hours[other] ?? 0)
      const nearness = apart <= 24 ? 3 : apart <= 7 * 24 ? 2 : apart <= 30 * 24 ? 1 : 0
      let score = 0
      for (const [term, { inTitle }] of terms[other] ?? []) {
        score += (worth.get(term) ?? 0) * (inTitle && own.get(term)?.inTitle === true ? 2 : 1)
      }
      if (score === 0 && nearness < 2) continue
      meetings[position]?.push({ other, score: score + nearness, apart })
      meetings[other]?.push({ other: position, score: score + nearness, apart })
    }
  }
  return meetings.map((met) =>
    met.sort((a, b) => b.score - a.score || a.apart - b.apart).slice(0, 11).map(({ other }) => other),
  )
}

describe('the neighbours of a story', () => {
  it('are those a naive ranking finds', () => {
    fc.assert(
      fc.property(archive, (stories) => {
        expect(neighboursOf(stories)).toEqual(rankNaively(stories))
      }),
    )
  })

  it('keep their order when a newer story comes, which at most stands among them', () => {
    fc.assert(
      fc.property(archive, (stories) => {
        const newest = stories.length - 1
        const lists = neighboursOf(stories)
        neighboursOf(stories.slice(0, newest)).forEach((before, position) => {
          const kept = lists[position]?.filter((other) => other !== newest)
          expect(kept).toEqual(before.slice(0, kept?.length))
          expect(kept?.length).toBeGreaterThanOrEqual(Math.min(before.length, 10))
        })
      }),
    )
  })
})
