import { describe, expect, it } from 'vitest'
import { BUNDLE_FORMAT, type Catalog, type StorySummary, type TopicCount, type TopicPage } from '../../../src/shared/contract/bundle.ts'
import { pageCount, pageOf } from '../../../src/shared/contract/list-pages.ts'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, bundleFiles, changedFiles, jsonOf, listing, makeStory, readStories, readStory, SITE, storyFile } from '../../support/make-story.ts'

const SUBJECTS = ['Chips', 'Robots', 'Courts', 'Health', 'Vision', 'Speech', 'Games', 'Cars', 'Ethics']

/** Three words that no other story has. */
function ownWords(at: number): string {
  return ['a', 'b', 'c'].map((part) => `own${part}${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`).join(' ')
}

/** `count` different stories, an hour apart, with topics, words and coverage in common; words of their own keep them from being one event. */
function manyStories(count: number): SeedStory[] {
  const stories: SeedStory[] = []
  for (let at = 0; at < count; at++) {
    const subject = (step: number) => SUBJECTS[Math.floor((at * step) / 7 + at / 3) % SUBJECTS.length] ?? ''
    const before = stories[at - (at % 11) - 1]
    stories.push(
      makeStory(`s${at}`, {
        title: `${subject(1)} number${at % 37} meet ${subject(5)} in place${at % 23}, ${ownWords(at)}`,
        excerpt: `About ${subject(3)} of kind${at % 41} and maker${at % 13}.`,
        published: after(at),
        topics: ['AI', subject(1), subject(2)],
        provider: { domain: `p${at % 17}.com`, name: `P${at % 17}` },
        coverage: at % 5 === 0 && before !== undefined ? [listing(before)] : [],
      }),
    )
  }
  return stories
}

describe('the bundle', () => {
  it('lists all stories in pages that count from the oldest, newest first on each', () => {
    const bundle = assembleBundle(manyStories(15), SITE, 'v1')
    const catalog = jsonOf(bundle, 'data/catalog.json') as Catalog
    expect(catalog).toMatchObject({ format: BUNDLE_FORMAT, stories: 15, version: bundle.version, site: SITE })
    const pages = [1, 2, 3].map((page) => jsonOf(bundle, `data/feed/${page}.json`) as StorySummary[])
    expect(pages.map((page) => page.length)).toEqual([6, 6, 3])
    expect(pages.toReversed().flatMap((page) => page.map(({ published }) => published))).toEqual(Array.from({ length: 15 }, (_, at) => after(14 - at)))
    expect(catalog.newest).toEqual(pages.toReversed().flat().slice(0, catalog.newest.length))
  })

  it('holds the newest stories of each topic, and counts what there is per topic, provider, type and month', () => {
    const stories = manyStories(900)
    const bundle = assembleBundle(stories, SITE, 'v1')
    const catalog = jsonOf(bundle, 'data/catalog.json') as Catalog
    const topics = jsonOf(bundle, 'data/catalog/topics.json') as TopicCount[]
    expect(topics).toHaveLength(catalog.topicCount)
    for (const { slug, name, stories: count } of topics) {
      const own = stories.filter((story) => story.topics.includes(name))
      const page = jsonOf(bundle, `data/topic/${slug}.json`) as TopicPage
      expect(page).toMatchObject({ slug, name, stories: count })
      expect(count).toBe(own.length)
      expect(page.newest.map(({ published }) => published)).toEqual(own.map(({ published }) => published).slice(-24).reverse())
    }
    expect(jsonOf(bundle, 'data/catalog/months.json')).toEqual([['2020-01', 744], ['2020-02', 156]])
    expect(catalog.types).toEqual([{ type: 'article', stories: 900 }])
    expect(jsonOf(bundle, 'data/catalog/providers.json')).toHaveLength(catalog.providerCount)
  })

  it('shortens a long excerpt at a word on cards, and keeps it whole on the story', () => {
    const excerpt = 'word '.repeat(100).trim()
    const emoji = '🤖'.repeat(300)
    const [long, unspaced] = [makeStory('a', { excerpt }), makeStory('b', { excerpt: emoji })]
    const read = readStories([long, unspaced])
    expect(read(long).excerpt).toMatch(/^(word ){55}word…$/)
    expect(read(long).fullExcerpt).toBe(excerpt)
    expect(read(unspaced).excerpt).toBe(`${'🤖'.repeat(279)}…`)
  })

  it('is the same, byte for byte, whatever the order of the seeds', () => {
    const stories = manyStories(200)
    const shuffled = stories.toSorted((a, b) => (a.id.split('').reverse().join('') < b.id.split('').reverse().join('') ? -1 : 1))
    const [one, other] = [assembleBundle(stories, SITE, 'v1'), assembleBundle(shuffled, SITE, 'v1')]
    expect(changedFiles(one, other)).toEqual([])
    expect([...bundleFiles(one)].map(([file]) => file)).toEqual([...bundleFiles(other)].map(([file]) => file))
  })

  it('of no stories is a catalog and nothing to read', () => {
    const bundle = assembleBundle([], SITE, 'v1')
    expect(jsonOf(bundle, 'data/catalog.json')).toMatchObject({ stories: 0, newest: [], topics: [] })
    expect([...bundleFiles(bundle)].map(([file]) => file)).toEqual([
      'data/catalog/topics.json',
      'data/catalog/providers.json',
      'data/catalog/months.json',
      'data/catalog.json',
      'data/version.json',
    ])
  })
})

describe('one new story', () => {
  // At many sizes, so that every power of two some count crosses is among them.
  it.each(Array.from({ length: 24 }, (_, at) => 244 + at))('after %i others changes only what it must', (count) => {
    const stories = manyStories(count + 1)
    const [before, now] = [assembleBundle(stories.slice(0, -1), SITE, 'v1'), assembleBundle(stories, SITE, 'v1')]
    const story = stories.at(-1) ?? makeStory('none')
    const catalog = jsonOf(now, 'data/catalog.json') as Catalog
    // Twice as many files for stories: all are new, once in every doubling.
    if ((jsonOf(before, 'data/catalog.json') as Catalog).storyFiles !== catalog.storyFiles) return
    const { slug, alsoCoveredBy } = readStory(now, story.id)
    const pages = pageCount(catalog.stories)
    const newest = new Set([
      'data/catalog.json',
      'data/catalog/topics.json',
      'data/catalog/providers.json',
      'data/catalog/months.json',
      `data/feed/${pages}.json`,
      ...catalog.topics.map(({ slug: topic }) => `data/topic/${topic}.json`),
      // The cards of its event name it.
      ...alsoCoveredBy.map(({ position }) => `data/feed/${pageOf(position)}.json`),
    ])
    const neighbours = stories.filter(({ id }) => readStory(now, id).related.some((entry) => entry.slug === slug))
    const allowed = [story, ...alsoCoveredBy, ...neighbours].map(({ id }) => storyFile(now, id))
    // The index that finds stories has a test of its own.
    const changed = changedFiles(before, now).filter((file) => !file.startsWith('data/find/'))
    expect(changed.filter((file) => !newest.has(file) && !allowed.includes(file))).toEqual([])
  })
})
