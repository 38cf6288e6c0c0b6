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
      { slug: null, url: elsewhere.url, provider: 'CNET', reason: { kind: 'coverage' } },
      { slug: `story-here-${here.id}`, url: null, reason: { kind: 'coverage' } },
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

  it('finds neighbours by rare words in any script, and names a rare name as it is written', () => {
    const filler = Array.from({ length: 40 }, (_, hour) =>
      makeStory(`f${hour}`, { title: `Piece ${hour}`, topics: [], provider: null, published: after(hour * 24) }),
    )
    const plain = { topics: [], provider: null }
    const first = makeStory('a', { ...plain, title: 'A machine', excerpt: 'It was built by OpenAI for Azure.', published: after(0) })
    const second = makeStory('b', { ...plain, title: 'A cloud grows', excerpt: 'It runs on Azure with OpenAI inside.', published: after(4000) })
    expect(sidebar(second, [...filler, first, second])[0]).toMatch(/^A machine: mentions (OpenAI|Azure)$/)
    const tokyo = makeStory('c', { ...plain, title: '半導体工場の完成', published: after(0) })
    const osaka = makeStory('d', { ...plain, title: '新しい半導体', published: after(4000) })
    expect(sidebar(osaka, [...filler, tokyo, osaka])[0]).toBe('半導体工場の完成: none')
  })

  it('gives no reason where stories share common words only', () => {
    const filler = Array.from({ length: 40 }, (_, hour) => makeStory(`f${hour}`, { title: `Piece ${hour}`, published: after(hour * 24) }))
    const first = makeStory('a', { title: 'How to prune a young apple tree', published: after(0) })
    const second = makeStory('b', { title: 'When to prune an apple tree', published: after(4000) })
    expect(sidebar(second, [...filler, first, second])).toEqual(['How to prune a young apple tree: none'])
  })

  it('shows nothing where nothing is related enough', () => {
    const plain = { topics: ['AI'], provider: null }
    const others = ['Robots learn to fold', 'Courts rule on voices', 'Maps of the deep sea'].map((title, at) =>
      makeStory(`o${at}`, { ...plain, title, published: after(at) }),
    )
    const story = makeStory('story', { ...plain, title: 'Chips are sold out', published: after(5) })
    expect(sidebar(story, [...others, story])).toEqual([])
  })

  it('shows at most six ranked stories, however many are related', () => {
    const near = Array.from({ length: 20 }, (_, at) => makeStory(`n${at}`, { title: `Pruning apple trees, orchard ${'abcdefghijklmnopqrst'[at] ?? ''}x`, topics: [], published: after(at * 400) }))
    const filler = Array.from({ length: 80 }, (_, at) => makeStory(`f${at}`, { title: `Piece ${at}`, published: after(at * 100) }))
    const story = makeStory('story', { published: after(8000), title: 'Pruning apple trees again', topics: [] })
    expect(sidebar(story, [...near, ...filler, story])).toHaveLength(6)
  })

  it('puts stories in its own language first', () => {
    const plain = { topics: [], provider: null }
    const filler = Array.from({ length: 40 }, (_, at) => makeStory(`f${at}`, { ...plain, title: `Piece ${at}`, published: after(at * 24) }))
    const german = makeStory('de', { ...plain, title: 'Lumenworks Tartu Recycling Glass Furnace Estonia', language: 'de', published: after(0) })
    const english = makeStory('en', { ...plain, title: 'Lumenworks Tartu glass', published: after(0) })
    const story = makeStory('story', { ...plain, title: 'Lumenworks opens in Tartu: recycling glass furnace Estonia', published: after(4000) })
    expect(sidebar(story, [...filler, german, english, story]).map((entry) => entry.split(':')[0])).toEqual(['Lumenworks Tartu glass', 'Lumenworks Tartu Recycling Glass Furnace Estonia'])
  })

  it('shows one story of an event as a neighbour, not all', () => {
    const title = 'Chips are sold out everywhere again'
    const event: SeedStory[] = []
    for (let hour = 0; hour < 5; hour++) {
      event.push(makeStory(`e${hour}`, { title, topics: ['Chips'], published: after(hour), coverage: event.slice(-1).map(listing) }))
    }
    const story = makeStory('story', { title: 'Why chips are sold out', topics: ['Chips'], published: after(6) })
    expect(sidebar(story, [...event, story]).filter((entry) => entry.startsWith(title))).toHaveLength(1)
  })
})
