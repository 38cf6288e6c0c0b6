import { describe, expect, it } from 'vitest'
import { mergeDuplicates } from '../../../src/node/stories/merge-duplicates.ts'
import { listing, makeStory, picture } from '../../support/make-story.ts'

const display = (path: string) => `seeds/${path}`
const elsewhere = listing(makeStory('elsewhere'))

describe('seeds with one address', () => {
  it('become one story, and a warning names both files', () => {
    const seeds = [makeStory('one', { path: 'a.md' }), makeStory('one', { path: 'b.md' }), makeStory('two')]
    const { stories, merged, issues } = mergeDuplicates(seeds, display)
    expect(stories.map(({ path }) => path)).toEqual(['a.md', 'two.md'])
    expect(merged).toBe(1)
    expect(issues).toMatchObject([{ severity: 'warning', file: 'seeds/b.md' }])
    expect(issues[0]?.message).toContain('seeds/a.md')
    expect(issues[0]?.message).toContain('https://example.com/one')
  })

  it('keep the richest seed and fill its gaps from the others', () => {
    const poor = makeStory('one', { path: 'a.md', title: 'Poor', topics: ['AI', 'Chips'], coverage: [elsewhere] })
    const rich = makeStory('one', { path: 'b.md', title: 'Rich', bodyHtml: '<p>Text</p>', images: [picture('https://x.org/1.jpg')] })
    const [story] = mergeDuplicates([poor, rich], display).stories
    expect(story).toMatchObject({
      path: 'b.md',
      title: 'Rich',
      bodyHtml: '<p>Text</p>',
      topics: ['AI', 'Chips'],
      coverage: [elsewhere],
    })
  })

  it('are published at the earliest time and updated at the latest', () => {
    const first = makeStory('one', { path: 'a.md', published: '2020-01-01T00:00:00Z' })
    const later = makeStory('one', { path: 'b.md', published: '2020-01-02T00:00:00Z', updated: '2020-01-05T00:00:00Z' })
    expect(mergeDuplicates([first, later], display).stories).toMatchObject([
      { published: '2020-01-01T00:00:00Z', updated: '2020-01-05T00:00:00Z' },
    ])
  })

  it('are unpublished only if all are', () => {
    const archived = makeStory('one', { path: 'a.md', unpublished: true })
    const promoted = makeStory('one', { path: 'b.md' })
    expect(mergeDuplicates([archived, promoted], display).stories[0]?.unpublished).toBe(false)
  })

  it('have no more topics and related stories than one seed may have, with a warning', () => {
    const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`)
    const seeds = ['a', 'b'].map((name) =>
      makeStory('one', { path: `${name}.md`, topics: many(name, 20), coverage: many(name, 40).map((other) => listing(makeStory(other))) }),
    )
    const { stories, issues } = mergeDuplicates(seeds, display)
    expect(stories[0]?.topics).toHaveLength(30)
    expect(stories[0]?.coverage).toHaveLength(50)
    expect(issues.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringContaining('seeds/b.md This seed has the same address'),
      'seeds/a.md The seeds of this story list 40 topics; only the first 30 are used. Remove the others.',
      'seeds/a.md The seeds of this story list 80 stories; only the first 50 are used. Remove the others.',
    ])
  })

  it('merge into the same story whatever their order', () => {
    const seeds = [
      makeStory('one', { path: 'a.md', topics: ['A'] }),
      makeStory('one', { path: 'b.md', topics: ['B'], excerpt: 'Longer' }),
      makeStory('one', { path: 'c.md', topics: ['C'], heat: 5 }),
    ]
    expect(mergeDuplicates(seeds.toReversed(), display)).toMatchObject({
      stories: mergeDuplicates(seeds, display).stories,
      merged: 2,
    })
  })
})
