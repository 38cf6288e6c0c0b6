import fc from 'fast-check'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'
import { storyKey } from '../../../src/shared/contract/story-key.ts'
import { toTopicSlug } from '../../../src/shared/contract/slug.ts'
import type { FeedFilter, LibraryFilter } from '../../../src/shared/filter/feed-filter.ts'
import { EVERYTHING } from '../everything.ts'

/** Words that share stems, beginnings, accents and scripts. */
const WORDS = [
  'robot', 'Robots', "robot's", 'robotics', 'robotic', 'rob', 'learn', 'learning', 'LEARNED', 'Café', 'cafe', 'cafés', 'naïve',
  'university', 'universities', 'univers', 'C++', 'C#', 'c', 'a', 'AI', 'a-b', 'don’t', 'dont', '3', '2020', '人工知能', '東京大学',
  '日本', '日本人工知能学会', 'ソフトバンク', 'ประเทศไทย', 'ปัญญาประดิษฐ์', 'роботы', 'робота', 'école', '한국어', 'العربية', 'constructor', '__proto__', '…', 'x'.repeat(80),
] as const

const TOPICS = ['AI', 'Robotics', 'C++', '人工知能', 'Law & Order', 'Café culture', 'constructor'].map((name) => ({ slug: toTopicSlug(name), name }))
const PROVIDERS = [
  { domain: 'robot-news.example', name: 'The Robot’s News' },
  { domain: 'b.example', name: 'Café' },
  { domain: 'c.example', name: '日本' },
]

const AUTHORS = ['Jane Robot', 'Café', 'constructor', 'Bo Li'].map((name) => ({ slug: toTopicSlug(name), name }))

/** Languages of some stories; one has no stemmer. */
const FOREIGN_LANGUAGES = ['fr', 'ru', 'zh'] as const

const word = fc.constantFrom(...WORDS)
const text = (maxLength: number) => fc.array(word, { maxLength }).chain((words) => fc.constantFrom(' ', ', ', '. ').map((space) => words.join(space)))
const published = fc.integer({ min: 0, max: 90 * 24 }).map((hours) => `${new Date(Date.UTC(1969, 10, 1, hours)).toISOString().slice(0, 19)}Z`)

const story: fc.Arbitrary<IndexedStory> = fc.record({
  id: fc.constant(''),
  title: text(4),
  excerpt: text(8),
  provider: fc.constantFrom(null, ...PROVIDERS),
  topics: fc.subarray(TOPICS),
  authors: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(AUTHORS)),
  coverage: fc.array(fc.record({ title: text(3), provider: fc.constantFrom(null, ...PROVIDERS) }), { maxLength: 2 }),
  type: fc.constantFrom('article', 'video'),
  published,
  heat: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(1.5, 999_999_999)),
  quality: fc.integer({ min: 0, max: 200 }),
  language: fc.constantFrom(null, null, ...FOREIGN_LANGUAGES),
})

/** A story with nothing but a title. */
export function plainStory(title: string, fields: Partial<IndexedStory> = {}): IndexedStory {
  const nothing = { id: idAt(0), excerpt: '', provider: null, topics: [], authors: [], coverage: [], heat: 0, quality: 0, language: null } as const
  return { title, ...nothing, type: 'article', published: '2020-05-20T08:00:00Z', ...fields }
}

/** Stories, oldest first. */
export function manyStories(length: { readonly minLength?: number; readonly maxLength: number }): fc.Arbitrary<IndexedStory[]> {
  return fc.array(story, length).map((stories) => stories.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0)).map((one, position) => ({ ...one, id: idAt(position) })))
}

const queryPart = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: fc.tuple(word, fc.integer({ min: 1, max: 8 })).map(([whole, typed]) => whole.slice(0, typed)) },
  { weight: 1, arbitrary: word.map((whole) => `-${whole}`) },
  { weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`) },
  { weight: 1, arbitrary: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `-"${words.join(' ')}"`) },
  { weight: 1, arbitrary: fc.constantFrom('“robot learning', '-', '"', 'robot"s', 'b.example') },
)

/** The id of the story at a position; ids are in the order of positions. */
export function idAt(position: number): string {
  return position.toString(36).padStart(3, '0').padEnd(10, 'z')
}

/** A filter for each word, quoted, by itself. */
export const eachWord: readonly FeedFilter[] = WORDS.map((whole) => ({ ...EVERYTHING, words: `"${whole}"` }))

const day = fc.constantFrom(null, null, '1969-12', '1969-11-20', '1970-01', '1969-02-31', '2020')

/** What a library leaves out, of the oldest stories at least. */
const libraryFilter: fc.Arbitrary<LibraryFilter | null> = fc.option(
  fc.record({
    id: fc.constant(''),
    read: fc.option(fc.subarray([...Array(40).keys()]).map((positions) => Float64Array.from(positions, (position) => storyKey(idAt(position)) ?? -1))),
    mutedTopics: fc.subarray([...TOPICS.map(({ slug }) => slug), 'unknown'], { maxLength: 1 }),
    mutedProviders: fc.subarray(PROVIDERS.map(({ domain }) => domain), { maxLength: 1 }),
    mutedWords: fc.array(fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')), { maxLength: 1 }),
  }),
)

const urlFilters: fc.Arbitrary<FeedFilter> = fc.record({
  topics: fc.subarray([...TOPICS.map(({ slug }) => slug), 'unknown'], { maxLength: 2 }),
  not: fc.subarray(TOPICS.map(({ slug }) => slug), { maxLength: 1 }),
  any: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray([...TOPICS.map(({ slug }) => slug), ...PROVIDERS.map(({ domain }) => domain), 'unknown'], { maxLength: 3 })),
  providers: fc.subarray([...PROVIDERS.map(({ domain }) => domain), 'unknown.example'], { maxLength: 2 }),
  authors: fc.subarray([...AUTHORS.map(({ slug }) => slug), 'unknown'], { maxLength: 1 }),
  type: fc.constantFrom(null, null, 'article', 'video'),
  after: day,
  before: day,
  minHeat: fc.constantFrom(null, null, -1, 1, 2),
  sort: fc.constantFrom(null, null, 'latest', 'heat', 'quality'),
  words: fc.array(queryPart, { maxLength: 3 }).map((parts) => parts.join(' ')),
  unread: fc.constant(null),
})

export const filters: fc.Arbitrary<FeedFilter> = fc.tuple(urlFilters, libraryFilter).map(([filter, library]) => (library === null ? filter : { ...filter, library }))
