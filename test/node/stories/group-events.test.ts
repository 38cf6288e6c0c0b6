import { describe, expect, it } from 'vitest'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, listing, makeStory, readStories } from '../../support/make-story.ts'

/** Ids of the stories that cover the same event as `seed`. */
function alsoCoveredBy(seed: SeedStory, all: readonly SeedStory[]): string[] {
  return readStories(all)(seed).alsoCoveredBy.map(({ title, id }) => `${title} (${id.replace(/^0+/, '')})`)
}

const title = 'Microsoft builds a supercomputer for OpenAI'

describe('stories on the same event', () => {
  it('know all others of it, newest first, when they list each other under one title', () => {
    const first = makeStory('a', { title, published: after(0) })
    const second = makeStory('b', { title, published: after(1), coverage: [listing(first)] })
    const third = makeStory('c', { title: `${title} | CNET`, published: after(2), coverage: [listing(second)] })
    const all = [third, first, second]
    expect(alsoCoveredBy(first, all)).toEqual([`${title} | CNET (c)`, `${title} (b)`])
    expect(alsoCoveredBy(third, all)).toEqual([`${title} (b)`, `${title} (a)`])
  })

  it('are found when both list a third address', () => {
    const third = listing(makeStory('elsewhere', { title }))
    const [first, second] = [makeStory('a', { title, coverage: [third] }), makeStory('b', { title, coverage: [third] })]
    expect(alsoCoveredBy(first, [first, second])).toHaveLength(1)
  })

  it('stand alone when their titles tell different things', () => {
    const first = makeStory('a', { title })
    const second = makeStory('b', { title: 'Why the cloud needs bigger machines', coverage: [listing(first)] })
    expect(alsoCoveredBy(first, [first, second])).toEqual([])
  })

  it('stand alone when nobody lists the other', () => {
    const [first, second] = [makeStory('a', { title }), makeStory('b', { title })]
    expect(alsoCoveredBy(first, [first, second])).toEqual([])
  })

  it('are no event when they are numbers of a serial, or weeks apart', () => {
    const week = (number: number, hours: number) => makeStory(`w${number}`, { title: `AI news of week ${number}`, published: after(hours) })
    const one = week(1, 0)
    const two = { ...week(2, 24), coverage: [listing(one)] }
    expect(alsoCoveredBy(one, [one, two])).toEqual([])
    const today = makeStory('a', { title: 'Markets today', published: after(0) })
    const later = makeStory('b', { title: 'Markets today', published: after(24 * 30), coverage: [listing(today)] })
    expect(alsoCoveredBy(today, [today, later])).toEqual([])
  })

  it('never grow into one giant group', () => {
    const chain: SeedStory[] = []
    for (let hour = 0; hour < 120; hour++) {
      const before = chain.at(-1)
      chain.push(makeStory(`s${hour}`, { title, published: after(hour), coverage: before === undefined ? [] : [listing(before)] }))
    }
    const read = readStories(chain)
    for (const story of chain) expect(read(story).alsoCoveredBy.length).toBeLessThan(24)
  })

  it('group in any script', () => {
    const japanese = '人工知能のスーパーコンピュータを公開'
    const first = makeStory('a', { title: japanese })
    const second = makeStory('b', { title: `${japanese}!`, coverage: [listing(first)] })
    const other = makeStory('c', { title: '新しい半導体工場が完成した', coverage: [listing(first)] })
    expect(alsoCoveredBy(first, [first, second, other])).toEqual([`${japanese}! (b)`])
  })
})
