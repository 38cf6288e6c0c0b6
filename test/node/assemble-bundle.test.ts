import { describe, expect, it } from 'vitest'
import type { Catalog, FilterColumns, Story, StorySummary, TitleChunk } from '../../src/shared/bundle.ts'
import { assembleBundle } from '../../src/node/assemble-bundle.ts'
import type { SeedStory } from '../../src/node/seed-story.ts'
import { after, changedFiles, jsonOf, listing, makeStory, readStories, SITE } from './make-story.ts'

const SUBJECTS = ['Chips', 'Robots', 'Courts', 'Health', 'Vision', 'Speech', 'Games', 'Cars', 'Ethics']

/** `count` different stories, an hour apart, with topics, words and coverage in common. */
function manyStories(count: number): SeedStory[] {
  const stories: SeedStory[] = []
  for (let at = 0; at < count; at++) {
    const subject = (step: number) => SUBJECTS[Math.floor((at * step) / 7 + at / 3) % SUBJECTS.length] ?? ''
    const before = stories[at - (at % 11) - 1]
    stories.push(
      makeStory(`s${at}`, {
        title: `${subject(1)} number${at % 37} meet ${subject(5)} in place${at % 23}`,
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
    const bundle = assembleBundle(manyStories(60), SITE)
    const catalog = jsonOf(bundle, 'data/catalog.json') as Catalog
    expect(catalog).toMatchObject({ format: 1, stories: 60, pages: 2, chunks: 1, version: bundle.version, site: SITE })
    const [oldest, newest] = [1, 2].map((page) => jsonOf(bundle, `data/feed/${page}.json`) as StorySummary[])
    expect(oldest?.map(({ published }) => published)).toEqual(Array.from({ length: 24 }, (_, at) => after(23 - at)))
    expect(newest?.length).toBe(36)
    expect(newest?.[0]?.published).toBe(after(59))
  })

  it('holds as many stories per topic, type and month as its lists have', () => {
    const bundle = assembleBundle(manyStories(900), SITE)
    const catalog = jsonOf(bundle, 'data/catalog.json') as Catalog
    for (const { slug, stories, pages } of catalog.topics) {
      const lengths = Array.from({ length: pages }, (_, at) => (jsonOf(bundle, `data/topic/${slug}/${at + 1}.json`) as unknown[]).length)
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(stories)
    }
    expect(catalog.months.map(({ month, stories }) => `${month} ${stories}`)).toEqual(['2020-01 744', '2020-02 156'])
    expect(catalog.types).toEqual([{ type: 'article', stories: 900 }])
    expect(jsonOf(bundle, 'data/catalog/topics.json')).toHaveLength(catalog.topicCount)
  })

  it('tells the filter of every story what its card says', () => {
    const stories = manyStories(50)
    const bundle = assembleBundle(stories, SITE)
    const columns = jsonOf(bundle, 'data/columns/1.json') as FilterColumns
    const read = readStories(stories)
    stories.forEach((seed, at) => {
      const story = read(seed)
      expect(columns.published[at]).toBe(Date.parse(story.published) / 1000)
      expect(columns.storyTopics[at]?.map((index) => columns.topics[index])).toEqual(story.topics)
      expect(columns.providers[columns.provider[at] ?? -1]).toEqual(story.provider)
      expect((jsonOf(bundle, 'data/titles/1.json') as TitleChunk)[at]).toEqual({ slug: story.slug, title: story.title })
    })
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
    const [one, other] = [assembleBundle(stories, SITE), assembleBundle(shuffled, SITE)]
    expect(changedFiles(one, other)).toEqual([])
    expect([...one.files.keys()]).toEqual([...other.files.keys()])
  })

  it('has another version as soon as anything in it differs', () => {
    const stories = manyStories(30)
    const versions = [
      assembleBundle(stories, SITE),
      assembleBundle(stories, { ...SITE, title: 'Another' }),
      assembleBundle(stories.map((story, at) => (at === 3 ? { ...story, heat: 9 } : story)), SITE),
    ].map(({ version }) => version)
    expect(new Set(versions).size).toBe(3)
  })

  it('of no stories is a catalog and nothing to read', () => {
    const bundle = assembleBundle([], SITE)
    expect(jsonOf(bundle, 'data/catalog.json')).toMatchObject({ stories: 0, pages: 0, chunks: 0, topics: [], months: [] })
    const files = [...bundle.files.keys()].filter((file) => !file.startsWith('data/find/'))
    expect(files).toEqual(['data/catalog/topics.json', 'data/catalog.json'])
  })
})

describe('one new story', () => {
  // At many sizes, so that every power of two some count crosses is among them.
  it.each(Array.from({ length: 24 }, (_, at) => 244 + at))('after %i others changes only what it must', (count) => {
    const stories = manyStories(count + 1)
    const [before, now] = [assembleBundle(stories.slice(0, -1), SITE), assembleBundle(stories, SITE)]
    const story = stories.at(-1)
    const read = (seed: SeedStory | undefined) => jsonOf(now, `data/story/${seed?.id ?? ''}.json`) as Story
    const { slug } = read(story)
    const catalog = jsonOf(now, 'data/catalog.json') as Catalog
    const newest = new Set([
      'data/catalog.json',
      'data/catalog/topics.json',
      'data/columns/1.json',
      'data/titles/1.json',
      ...[catalog.pages, catalog.pages - 1].map((page) => `data/feed/${page}.json`),
      ...catalog.topics.flatMap(({ slug: topic, pages }) => [pages, pages - 1].map((page) => `data/topic/${topic}/${page}.json`)),
    ])
    const neighbours = stories.filter((seed) => read(seed).related.some((entry) => entry.slug === slug))
    const allowed = [story, ...neighbours].map((seed) => `data/story/${seed?.id ?? ''}.json`)
    // The index that finds stories has a test of its own.
    const changed = changedFiles(before, now).filter((file) => !file.startsWith('data/find/'))
    expect(changed.filter((file) => !newest.has(file) && !allowed.includes(file))).toEqual([])
  })
})
