import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemmerFor } from '../../../src/node/search/stemmer.ts'
import type { FindStory } from '../../../src/node/search/indexed-story.ts'
import { type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { decodeAscending, encodeAscending } from '../../../src/shared/search/varint.ts'
import type { FindDirectory, TermShard } from '../../../src/shared/search/index-format.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import { findIn, writeIndex, type WrittenIndex } from '../../support/search/search-in-files.ts'
import { StoryScan } from '../../support/search/scan-stories.ts'
import { eachWord, filters, manyStories, plainStory } from '../../support/search/stories.ts'
import '../../support/property-setup.ts'

const LANGUAGES = fc.constantFrom('en', 'de-CH', 'ja', 'ru')

/** What is wrong with an index, if anything: the first filter that finds other stories than the scan does. */
async function firstDifference(index: WrittenIndex, stories: readonly FindStory[], asked: readonly FeedFilter[]): Promise<string | null> {
  const find = findIn(index)()
  const scan = new StoryScan(stories, stemmerFor(index.language))
  for (const filter of asked) {
    const [found, expected] = [[...(await find.find(filter)).positions].join(), scan.find(filter).join()]
    if (found !== expected) return `${JSON.stringify(filter)} finds ${found}, not ${expected}`
  }
  return null
}

function findsAll(damage: (index: WrittenIndex) => void = () => undefined) {
  return fc.asyncProperty(manyStories({ maxLength: 40 }), fc.array(filters, { minLength: 8, maxLength: 8 }), LANGUAGES, async (stories, asked, language) => {
    const index = writeIndex(stories, language)
    damage(index)
    expect(await firstDifference(index, stories, [...asked, ...eachWord])).toBeNull()
  })
}

test('the index finds what a look at every text finds, in the same order', async () => {
  await fc.assert(findsAll())
})

test.each([
  '政府間パネルは気候変動に関する報告書を公表した',
  'ソフトバンクが生成AIスタートアップに投資',
  '中国科学家开发出新型人工智能芯片以提高能源效率',
  'ปัญญาประดิษฐ์เข้าสู่ห้องฉุกเฉินของโรงพยาบาล',
  'กรุงเทพมหานครสอนคอมพิวเตอร์และวิทยาศาสตร์',
  'ประชาธิปไตยกับอิเล็กทรอนิกส์',
  'インフラストラクチャー',
])('a story is found by what is typed of its title, letter by letter: %s', async (title) => {
  const find = findIn(writeIndex([plainStory(title), plainStory('Another')]))()
  const letters = Array.from(title)
  for (let typed = 1; typed <= letters.length; typed++) {
    const words = letters.slice(0, typed).join('')
    expect([...(await find.find({ ...EVERYTHING, words })).positions], words).toEqual([0])
  }
})

test('that comparison notices one story missing from one word', async () => {
  const { failed } = await fc.check(findsAll(forgetOneStory), { endOnFailure: true })
  expect(failed).toBe(true)
})

test('the index counts what a look at every story counts', async () => {
  await fc.assert(
    fc.asyncProperty(manyStories({ maxLength: 40 }), fc.array(filters, { minLength: 8, maxLength: 8 }), async (stories, asked) => {
      const index = writeIndex(stories)
      const find = findIn(index)()
      const scan = new StoryScan(stories, stemmerFor('en'))
      for (const filter of asked) {
        expect(await find.count(filter), JSON.stringify(filter)).toEqual(scan.count(filter, stepsOf(index)))
        expect(await find.seekFacets(filter, 'topics', 'CAFÉ')).toEqual(scan.seekFacets(filter, 'topics', 'CAFÉ'))
        expect(await find.seekFacets(filter, 'providers', 'b')).toEqual(scan.seekFacets(filter, 'providers', 'b'))
        expect(await find.nearest([filter.words], 5)).toEqual(scan.nearest([filter.words], 5))
      }
    }),
  )
})

test('it finds and counts the same in thousands of stories, cut into many files', async () => {
  const [stories = []] = fc.sample(manyStories({ minLength: 11_000, maxLength: 11_000 }), 1)
  const index = writeIndex(stories)
  const asked = fc.sample(filters, 12)
  expect([...index.files.keys()].filter((file) => file.includes('/terms/')).length).toBeGreaterThan(8)
  expect(await firstDifference(index, stories, asked)).toBeNull()
  const [find, scan] = [findIn(index)(), new StoryScan(stories, stemmerFor('en'))]
  for (const filter of asked) expect(await find.count(filter)).toEqual(scan.count(filter, stepsOf(index)))
})

test('of many topics the most used are counted, and the chosen ones', async () => {
  const topics = Array.from({ length: 70 }, (_, at) => ({ slug: `t-${at}`, name: `T ${at}` }))
  const stories = topics.map((_, at) => plainStory('', { topics: topics.slice(at), provider: { domain: `${at}.example`, name: 'P' } }))
  const find = findIn(writeIndex(stories))()
  const everything = await find.count(EVERYTHING)
  expect([everything.topics.length, everything.topics[0], everything.topicCount]).toEqual([60, { key: 't-69', name: 'T 69', stories: 70 }, 70])
  const chosen = await find.count({ ...EVERYTHING, topics: ['t-0', 'never-seen'], providers: ['5.example'] })
  expect(chosen.topics).toContainEqual({ key: 't-0', name: 'T 0', stories: 0 })
  expect(chosen.topics).toContainEqual({ key: 'never-seen', name: 'never-seen', stories: 0 })
  expect(chosen.providers).toContainEqual({ key: '5.example', name: 'P', stories: 0 })
})

test.each([
  ['robto', 'robot'],
  ['robo learing', 'robot learning'],
  ['"robot larning" -cat', '"robot learning" -cat'],
  ['xyzzy', null],
  ['robot', null],
  ['lraning elephant', null],
])('%s is taken for %s', async (words, suggestion) => {
  const find = findIn(writeIndex([plainStory('Robot learning'), plainStory('A cat is learning')]))()
  expect((await find.find({ ...EVERYTHING, words })).suggestion).toBe(suggestion)
})

test('two slips are mended together, each by whichever near word leads to a story', async () => {
  const titles = ['Store planet', 'Store x', 'Plant y', 'Plant z', 'Stare q']
  const find = findIn(writeIndex(titles.map((title) => plainStory(title))))()
  expect((await find.find({ ...EVERYTHING, words: 'stpre planxt' })).suggestion).toBe('store planet')
})

test('one more story leaves most files alone', () => {
  const stories = Array.from({ length: 8000 }, (_, at) => plainStory(numbersOf(at).map((number) => `w${number}`).join(' ')))
  const filesOf = (count: number) => [...writeIndex(stories.slice(0, count)).files.keys()].filter((file) => file.includes('/terms/'))
  const [before, now] = [filesOf(7999), filesOf(8000)]
  const changed = now.filter((file) => !before.includes(file))
  expect(now.length).toBeGreaterThan(12)
  // Its five words are in five shards at most; a cut may move beside one of them.
  expect(changed.length).toBeLessThanOrEqual(6)
})

test('a filter without words asks for few small files, whatever it finds', async () => {
  const asked: string[] = []
  const stories = Array.from({ length: 12_000 }, (_, at) => plainStory(`Story ${at}`, { topics: [{ slug: 'ai', name: 'AI' }] }))
  const find = findIn(writeIndex(stories), (file) => asked.push(file))()
  expect((await find.find({ ...EVERYTHING, topics: ['ai'], after: '2020' })).positions).toHaveLength(12_000)
  expect(asked).toHaveLength(2)
})

/** Takes the last story from the first word of the first shard that has one. */
function forgetOneStory({ files }: WrittenIndex): void {
  for (const [file, json] of files) {
    const shard = file.includes('/terms/') ? (JSON.parse(json) as TermShard) : null
    const at = shard?.keys.findIndex((key, index) => /^\p{L}/u.test(key) && shard.stories[index] !== '') ?? -1
    if (shard === null || at < 0) continue
    const fields = shard.stories[at]?.split('.') ?? []
    const last = fields.pop() ?? ''
    const fewer = [...fields, encodeAscending(decodeAscending(last).slice(0, -1))].join('.')
    files.set(file, JSON.stringify({ ...shard, stories: shard.stories.with(at, fewer) }))
    return
  }
}

/** Five numbers below 20 000, spread by the story's own. */
function numbersOf(story: number): number[] {
  return [7, 11, 13, 17, 19].map((prime, at) => ((story + 1) * prime * 7919 + at * 104_729) % 20_000)
}

function stepsOf({ files, name }: WrittenIndex): readonly number[] {
  return (JSON.parse(files.get(dataFiles.findDirectory(name)) ?? '') as FindDirectory).heatSteps
}

test('a word that a library’s stemmer throws at is its own stem', () => {
  expect(stemmerFor('bg')('театър')).toBe('театър')
})
