import { describe, expect, it } from 'vitest'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, listing, makeStory, picture, readStories } from '../../support/make-story.ts'

const elsewhere = listing(makeStory('elsewhere', { provider: { domain: 'cnet.com', name: 'CNET' } }))

/** Sidebar titles with their reason. */
function sidebar(seed: SeedStory, all: readonly SeedStory[]): string[] {
  return readStories(all)(seed).related.map(({ title, reason }) => {
    if (reason.kind === 'topic') return `${title}: about ${reason.topic.name}`
    if (reason.kind === 'words') return `${title}: mentions ${reason.words.join(', ')}`
    return `${title}: ${reason.kind}`
  })
}

describe('the sidebar of a story', () => {
  it('opens with the coverage its seed lists: here by slug, elsewhere by address', () => {
    const here = makeStory('here', { published: after(0), images: [picture('https://example.com/a.jpg')] })
    const story = makeStory('story', { published: after(900), topics: [], coverage: [elsewhere, listing(here)] })
    expect(readStories([here, story])(story).related).toMatchObject([
      { slug: null, url: elsewhere.url, provider: { name: 'CNET' }, reason: { kind: 'coverage' } },
      { slug: `story-here-${here.id}`, url: null, image: { url: 'https://example.com/a.jpg' }, reason: { kind: 'coverage' } },
    ])
  })

  it('shows stories that list it', () => {
    const listed = makeStory('listed', { published: after(0), topics: [] })
    const lister = makeStory('lister', { published: after(900), topics: [], coverage: [listing(listed)] })
    expect(sidebar(listed, [listed, lister])).toEqual(['Story lister: coverage'])
  })

  it('shows the whole event, also members it does not list', () => {
    const title = 'Microsoft builds a supercomputer'
    const first = makeStory('a', { title, published: after(0) })
    const second = makeStory('b', { title, published: after(1), coverage: [listing(first)] })
    const third = makeStory('c', { title: `${title}!`, published: after(2), coverage: [listing(second)] })
    expect(sidebar(first, [first, second, third])).toEqual([`${title}: coverage`, `${title}!: coverage`])
  })

  it('names an entry once, and never the story itself', () => {
    const one = makeStory('one')
    const two = makeStory('two', { coverage: [listing(one), listing(one), elsewhere, elsewhere] })
    const self = { ...two, coverage: [...two.coverage, listing(two)] }
    const oneBack = { ...one, coverage: [listing(self)] }
    expect(sidebar(self, [oneBack, self])).toEqual(['Story one: coverage', 'Story elsewhere: coverage'])
  })

  it('goes on with neighbours by the rarest topic they share, and says so', () => {
    const filler = Array.from({ length: 60 }, (_, hour) => makeStory(`f${hour}`, { published: after(hour * 24) }))
    const chips = makeStory('chips', { published: after(10), topics: ['AI', 'AI Hardware'] })
    const story = makeStory('story', { published: after(60 * 24), topics: ['AI Hardware', 'AI'] })
    expect(sidebar(story, [...filler, chips, story])[0]).toBe('Story chips: about AI Hardware')
  })

  it('finds neighbours by rare words in any script, spelled as written', () => {
    const filler = Array.from({ length: 40 }, (_, hour) =>
      makeStory(`f${hour}`, { title: `Piece ${hour}`, topics: [], provider: null, published: after(hour * 24) }),
    )
    const plain = { topics: [], provider: null }
    const first = makeStory('a', { ...plain, title: 'A machine', excerpt: 'Built by OpenAI for Azure.', published: after(0) })
    const second = makeStory('b', { ...plain, title: 'Azure grows', excerpt: 'With OpenAI inside.', published: after(4000) })
    expect(sidebar(second, [...filler, first, second])[0]).toBe('A machine: mentions OpenAI, Azure')
    const tokyo = makeStory('c', { ...plain, title: '半導体工場の完成', published: after(0) })
    const osaka = makeStory('d', { ...plain, title: '新しい半導体', published: after(4000) })
    expect(sidebar(osaka, [...filler, tokyo, osaka])[0]).toBe('半導体工場の完成: mentions 半導体')
  })

  it('says that a neighbour is only near in time, and leaves out what is far in everything', () => {
    const plain = { topics: [], provider: null }
    const near = makeStory('near', { ...plain, title: 'Robots', published: after(20) })
    const far = makeStory('far', { ...plain, title: 'Courts', published: after(9000) })
    const story = makeStory('story', { ...plain, title: 'Chips', published: after(0) })
    expect(sidebar(story, [near, far, story])).toEqual(['Robots: date'])
  })

  it('holds eight entries, or all coverage and three more', () => {
    const near = Array.from({ length: 20 }, (_, at) => makeStory(`n${at}`, { title: `Chips ${at}`, published: after(at) }))
    const story = makeStory('story', { published: after(20), title: 'Chips again' })
    expect(sidebar(story, [...near, story])).toHaveLength(8)
    const coverage = Array.from({ length: 12 }, (_, at) => listing(makeStory(`e${at}`)))
    expect(sidebar({ ...story, coverage }, [...near, { ...story, coverage }])).toHaveLength(15)
  })

  it('shows one story of an event as a neighbour, not all', () => {
    const title = 'Chips are sold out everywhere again'
    const event: SeedStory[] = []
    for (let hour = 0; hour < 5; hour++) {
      event.push(makeStory(`e${hour}`, { title, topics: ['Chips'], published: after(hour), coverage: event.slice(-1).map(listing) }))
    }
    const story = makeStory('story', { title: 'Fabs', topics: ['Chips'], published: after(6) })
    expect(sidebar(story, [...event, story]).filter((entry) => entry.startsWith(title))).toHaveLength(1)
  })
})
