import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemmerFor } from '../../../src/node/lib/stemmer.ts'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'
import { type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { decodeAscending, encodeAscending } from '../../../src/shared/search/varint.ts'
import type { CountedChoice, Correction } from '../../../src/shared/search/search.ts'
import type { IndexDirectory, TermShard } from '../../../src/shared/search/index-format.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import { searchIn, writeIndex, type WrittenIndex } from '../../support/search/search-in-files.ts'
import { foreignStems, NaiveSearch } from '../../support/search/naive-search.ts'
import { eachWord, filters, manyStories, plainStory } from '../../support/search/stories.ts'
import '../../support/property-setup.ts'

const CHOICES = ['topics', 'providers', 'authors', 'types', 'months', 'heats'] as const
const LANGUAGES = fc.constantFrom('en', 'de-CH', 'ja', 'ru')

/** Describes the first filter for which an index and the naive search differ; null when there is none. */
async function firstDifference(index: WrittenIndex, stories: readonly IndexedStory[], asked: readonly FeedFilter[]): Promise<string | null> {
  const engine = searchIn(index)()
  const naive = new NaiveSearch(stories, stemmerFor(index.language), foreignStems(stories, index.language))
  for (const filter of asked) {
    const { positions, correction, hidden } = await engine.search(filter)
    const [found, expected] = [[...positions].join(), naive.search(correctedFilter(filter, correction)).join()]
    if (found !== expected) return `${JSON.stringify(filter)} finds ${found} instead of ${expected}`
    const ids = await engine.matchingIds(filter)
    if (ids.join() !== [...positions].sort((a, b) => b - a).map((at) => stories[at]?.id).join()) return `${JSON.stringify(filter)} has other ids`
    if (hidden !== naive.countHidden(correctedFilter(filter, correction))) return `${JSON.stringify(filter)} hides ${hidden}`
    if (correction !== null && naive.search({ ...EVERYTHING, words: filter.words }).length > 0) return `${JSON.stringify(filter)} is corrected although stories match its words`
  }
  return null
}

/** The filter with the corrected query, if there is one. */
function correctedFilter(filter: FeedFilter, correction: Correction | null): FeedFilter {
  return correction === null ? filter : { ...filter, words: correction.words }
}

function findsAll(damage: (index: WrittenIndex) => void = () => undefined) {
  return fc.asyncProperty(manyStories({ maxLength: 90 }), fc.array(filters, { minLength: 8, maxLength: 8 }), LANGUAGES, async (stories, asked, language) => {
    const index = writeIndex(stories, language)
    damage(index)
    expect(await firstDifference(index, stories, [...asked, ...eachWord])).toBeNull()
  })
}

test('the index finds what the naive search finds, in the same order', async () => {
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
])('a story is found by its title as it is typed, letter by letter: %s', async (title) => {
  const engine = searchIn(writeIndex([plainStory(title), plainStory('Another')]))()
  const letters = Array.from(title)
  for (let typed = 1; typed <= letters.length; typed++) {
    const words = letters.slice(0, typed).join('')
    expect([...(await engine.search({ ...EVERYTHING, words })).positions], words).toEqual([0])
  }
})

test('a story is found by other forms of its words, as its own language has them', async () => {
  const german = plainStory('Die Regierung plant neue Häuser', { language: 'de-AT' })
  const [english, swedish] = [plainStory('Houses for the poor'), plainStory('Flickorna läser böcker', { language: 'sv' })]
  const engine = searchIn(writeIndex([german, english, swedish]))()
  const find = async (words: string) => [...(await engine.search({ ...EVERYTHING, words: `${words} ` })).positions]
  expect(await find('Regierungen')).toEqual([0])
  expect(await find('Haus')).toEqual([0])
  expect(await find('Häusern')).toEqual([0])
  expect(await find('house')).toEqual([1])
  expect(await find('flicka')).toEqual([2])
})

test('an index names the languages of a share of its stories, and no more than four besides the site’s', () => {
  const languagesOf = (languages: readonly string[]) => {
    const { files, name } = writeIndex(languages.map((language) => plainStory('A title', { language })))
    return (JSON.parse(files.get(dataFiles.searchDirectory(name)) ?? '') as IndexDirectory).languages ?? []
  }
  expect(languagesOf(['en', 'en-GB', 'ja'])).toEqual([])
  expect(languagesOf(['sv', 'fr', 'fr-CA', 'de', 'de', 'es', 'es', 'it', 'it'])).toEqual(['de', 'es', 'fr', 'it'])
  expect(languagesOf([...Array<string>(300).fill('en'), 'fr'])).toEqual([])
})

test('that comparison notices if one story is missing from one word', async () => {
  const { failed } = await fc.check(findsAll(removeOneStory), { endOnFailure: true })
  expect(failed).toBe(true)
})

test('the index counts what the naive search counts', async () => {
  await fc.assert(
    fc.asyncProperty(manyStories({ maxLength: 40 }), fc.array(filters, { minLength: 8, maxLength: 8 }), async (stories, asked) => {
      const index = writeIndex(stories)
      const engine = searchIn(index)()
      const naive = new NaiveSearch(stories, stemmerFor('en'), foreignStems(stories, 'en'))
      for (const filter of asked) {
        const corrected = correctedFilter(filter, (await engine.search(filter)).correction)
        expect(await engine.countFacets(filter, CHOICES), JSON.stringify(filter)).toEqual(naive.countFacets(corrected, stepsOf(index)))
        expect(await engine.searchFacets(filter, 'topics', 'CAFÉ')).toEqual(naive.searchFacets(corrected, 'topics', 'CAFÉ'))
        expect(await engine.searchFacets(filter, 'providers', 'b')).toEqual(naive.searchFacets(corrected, 'providers', 'b'))
        expect(await engine.similarTitles([filter.words], 5)).toEqual(naive.similarTitles([filter.words], 5))
      }
    }),
  )
})

test('it finds and counts the same in thousands of stories in many files', async () => {
  const [stories = []] = fc.sample(manyStories({ minLength: 11_000, maxLength: 11_000 }), 1)
  const index = writeIndex(stories)
  const asked = fc.sample(filters, 5)
  expect([...index.files.keys()].filter((file) => file.includes('/terms/')).length).toBeGreaterThan(8)
  expect(await firstDifference(index, stories, asked)).toBeNull()
  const [engine, naive] = [searchIn(index)(), new NaiveSearch(stories, stemmerFor('en'), foreignStems(stories, 'en'))]
  for (const filter of asked) {
    const corrected = correctedFilter(filter, (await engine.search(filter)).correction)
    expect(await engine.countFacets(filter, CHOICES)).toEqual(naive.countFacets(corrected, stepsOf(index)))
  }
})

test('a count fetches the files of what it counts, and only those with a story that matches', async () => {
  const provider = { domain: 'p.example', name: 'P' }
  const stories = Array.from({ length: 12_000 }, (_, at) => plainStory(at === 7 ? 'Rare' : 'Common', { topics: [{ slug: `t${at % 41}`, name: `T${at % 41}` }], provider, heat: at % 9, published: at < 6000 ? '2019-05-20T08:00:00Z' : '2020-05-20T08:00:00Z' }))
  const asked = new Set<string>()
  const engine = searchIn(writeIndex(stories), (file) => asked.add(file))()
  const countFiles = async (filter: FeedFilter, choices: readonly CountedChoice[]) => {
    await engine.search(filter)
    asked.clear()
    await engine.countFacets(filter, choices)
    return [...asked].filter((file) => /columns|heat/.test(file)).length
  }
  expect(await countFiles({ ...EVERYTHING, words: 'rare' }, ['months'])).toBe(0)
  expect(await countFiles({ ...EVERYTHING, words: 'rare' }, ['topics'])).toBe(2)
  expect(await countFiles({ ...EVERYTHING, after: '2020' }, ['topics'])).toBe(2)
  expect(await countFiles({ ...EVERYTHING, words: 'common' }, ['heats'])).toBe(3)
})

test('payloads count what the naive search counts: stories with several of the words, in any field, among the newest and the others', async () => {
  const named = (name: string) => ({ slug: name, name })
  // Powers make some words frequent and most rare; `w7` begins `w70` to `w799`, and `w7s` is another form of it.
  const word = fc.integer({ min: 0, max: 10 ** 6 }).map((at) => `w${Math.floor(1500 * (at / 10 ** 6) ** 3)}${at % 5 === 0 ? 's' : ''}`)
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  const topic = fc.integer({ min: 0, max: 10 ** 6 }).map((at) => named(`t${Math.floor(60 * (at / 10 ** 6) ** 3)}`))
  const provider = fc.integer({ min: 0, max: 29 }).map((at) => ({ domain: `p${at}.example`, name: `P${at}` }))
  const story = fc.record({ title: text, excerpt: text, topics: fc.uniqueArray(topic, { maxLength: 3, selector: ({ slug }) => slug }), provider, heat: fc.integer({ min: -1, max: 9 }) })
  const [made = []] = fc.sample(fc.array(story, { minLength: 20_010, maxLength: 20_010, size: 'max' }), 1)
  const stories = made.map(({ title, ...fields }, at) => plainStory(title, { ...fields, published: new Date(Date.UTC(2019, 0, 1, at)).toISOString() }))
  const asked: FeedFilter[] = ['w7', 'w300 ', 'w300s', '"w12 w40"', 'w900 -w3', 'w3 w40', 'w20 w1 '].map((words) => ({ ...EVERYTHING, words }))
  asked.push(
    { ...EVERYTHING, any: ['t30', 't31', 'p7.example', 'unknown'] },
    { ...EVERYTHING, topics: ['t20'], providers: ['p3.example'], minHeat: 4 },
    { ...EVERYTHING, topics: ['t1', 't2'], after: '2020-03' },
    { ...EVERYTHING, topics: ['t0'] },
  )
  const index = writeIndex(stories)
  const naive = new NaiveSearch(stories, stemmerFor('en'), foreignStems(stories, 'en'))
  const read = new Set<string>()
  for (const filter of asked) {
    const engine = searchIn(index, (file) => file.includes('/payloads/') && read.add(JSON.stringify(filter)))()
    expect(await engine.countFacets(filter, CHOICES), JSON.stringify(filter)).toEqual(naive.countFacets(filter, stepsOf(index)))
  }
  expect(read.size).toBeGreaterThan(6)
})

test('a count of the stories of a rare word or of a topic reads what comes with it, however many files they are scattered over', async () => {
  const [rare, most] = [{ slug: 'rare', name: 'Rare' }, { slug: 'most', name: 'Most' }]
  const stories = Array.from({ length: 60_000 }, (_, at) => {
    const other = { slug: `t${at % 41}`, name: `T${at % 41}` }
    const number = at % 500 === 0 ? 'some few' : at % 777 === 0 ? 'fews' : at % 3 === 0 ? 'some' : 'others'
    return plainStory(number, { topics: [other, ...(at % 600 === 0 ? [rare] : []), ...(at % 4 === 0 ? [] : [most])], provider: { domain: `p${at % 7}.example`, name: 'P' }, heat: at % 9 })
  })
  const index = writeIndex(stories)
  const naive = new NaiveSearch(stories, stemmerFor('en'), foreignStems(stories, 'en'))
  const filesFor = async (filter: FeedFilter) => {
    const asked: string[] = []
    const engine = searchIn(index, (file) => asked.push(file))()
    expect(await engine.countFacets(filter, CHOICES)).toEqual(naive.countFacets(filter, stepsOf(index)))
    const read = (folder: string) => new Set(asked.filter((file) => file.includes(`/${folder}/`))).size
    // Each kind of facet has a file of names.
    return { payloads: read('payloads'), columns: read('columns') - 2, heat: read('heat') }
  }
  expect(await filesFor({ ...EVERYTHING, words: 'few' })).toEqual({ payloads: 2, columns: 0, heat: 0 })
  expect(await filesFor({ ...EVERYTHING, words: 'some few', providers: ['p3.example'] })).toEqual({ payloads: 2, columns: 0, heat: 0 })
  expect(await filesFor({ ...EVERYTHING, topics: ['rare'] })).toEqual({ payloads: 2, columns: 0, heat: 0 })
  expect(await filesFor({ ...EVERYTHING, words: 'some' })).toMatchObject({ payloads: 0 })
  // Totals, of the newest stories and of the others.
  expect(await filesFor({ ...EVERYTHING, topics: ['most'] })).toEqual({ payloads: 4, columns: 0, heat: 0 })
  expect(await filesFor({ ...EVERYTHING, topics: ['most'], minHeat: 5 })).toMatchObject({ payloads: 0 })
  expect(await filesFor({ ...EVERYTHING, any: ['most', 'rare'] })).toMatchObject({ payloads: 0 })
})

test('of many topics, the most frequent and the chosen ones are counted', async () => {
  const topics = Array.from({ length: 70 }, (_, at) => ({ slug: `t-${at}`, name: `T ${at}` }))
  const stories = topics.map((_, at) => plainStory('', { topics: topics.slice(at), provider: { domain: `${at}.example`, name: 'P' } }))
  const engine = searchIn(writeIndex(stories))()
  const everything = await engine.countFacets(EVERYTHING, CHOICES)
  expect([everything.topics?.length, everything.topics?.[0], everything.topicCount]).toEqual([60, { key: 't-69', name: 'T 69', stories: 70 }, 70])
  const chosen = await engine.countFacets({ ...EVERYTHING, topics: ['t-0', 'never-seen'], providers: ['5.example'] }, CHOICES)
  expect(chosen.topics).toContainEqual({ key: 't-0', name: 'T 0', stories: 0 })
  expect(chosen.topics).toContainEqual({ key: 'never-seen', name: 'never-seen', stories: 0 })
  expect(chosen.providers).toContainEqual({ key: '5.example', name: 'P', stories: 0 })
})

test.each([
  ['robto', 'robot'],
  ['robo learing', 'robot learning'],
  ['robotx lerning', 'robot learning'],
  ['"robot larning" -cat', '"robot learning" -cat'],
  ['car is learning', 'cat is learning'],
  ['xyzzy', null],
  ['robot', null],
  ['lraning elephant', null],
])('%s is corrected to %s', async (words, corrected) => {
  const engine = searchIn(writeIndex([plainStory('Robot learning'), plainStory('A cat is learning'), plainStory('The car'), plainStory('The elephant')]))()
  const { correction, positions } = await engine.search({ ...EVERYTHING, words })
  expect(correction?.words ?? null).toBe(corrected)
  expect([...positions]).toEqual([...(await engine.search({ ...EVERYTHING, words: corrected ?? words })).positions])
})

test('two typos are corrected together, each to the similar word that leads to a story', async () => {
  const titles = ['Store planet', 'Store x', 'Plant y', 'Plant z', 'Stare q']
  const engine = searchIn(writeIndex(titles.map((title) => plainStory(title))))()
  expect((await engine.search({ ...EVERYTHING, words: 'stpre planxt' })).correction).toEqual({ words: 'store planet', unknown: ['stpre', 'planxt'] })
})

test('of similar words, the one in most stories with the other words wins', async () => {
  const titles = ['Ukraine stone', 'Another Ukraine stone', 'Ukraine store', 'Store', 'A store', 'The store']
  const engine = searchIn(writeIndex(titles.map((title) => plainStory(title))))()
  expect((await engine.search({ ...EVERYTHING, words: 'ukraine stome' })).correction?.words).toBe('ukraine stone')
  expect((await engine.search({ ...EVERYTHING, words: 'stome' })).correction?.words).toBe('store')
})

test('a rare name is corrected among many words, with an edit anywhere in it', async () => {
  const words = Array.from({ length: 30_000 }, (_, at) => `w${at.toString(36)}`)
  const stories = Array.from({ length: 300 }, (_, at) => plainStory(words.slice(at * 100, at * 100 + 100).join(' ')))
  const requested: string[] = []
  const engine = searchIn(writeIndex([plainStory('Turkmenistan'), ...stories]), (file) => requested.push(file))()
  const name = 'turkmenistan'
  for (let at = 0; at < name.length; at++) {
    const swapped = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2)
    const wrong = [name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}é${name.slice(at)}`, `${name.slice(0, at)}q${name.slice(at + 1)}`, swapped]
    for (const query of wrong) expect([...(await engine.search({ ...EVERYTHING, words: `"${query}"` })).positions], query).toEqual([0])
  }
  expect(new Set(requested.filter((file) => file.includes('/spelling/'))).size).toBeLessThan(20)
})

test('a rare word is suggested to be a similar one that finds many more stories', async () => {
  const engine = searchIn(writeIndex([plainStory('A stome'), ...Array.from({ length: 20 }, (_, at) => plainStory(`Store ${at}`))]))()
  expect([...(await engine.search({ ...EVERYTHING, words: 'stome' })).positions]).toEqual([0])
  expect(await engine.suggestQuery({ ...EVERYTHING, words: 'stome' })).toBe('store')
  expect(await engine.suggestQuery({ ...EVERYTHING, words: 'store' })).toBeNull()
})

test('the typed word ranks above its other forms, a short title above a long one, adjacent words above others', async () => {
  const titles = ['Cars', 'A car', 'Carbon', 'A car for everybody in the whole world and its rental business', 'The rental of a car', 'A car rental in town', 'Rental']
  const engine = searchIn(writeIndex(titles.map((title) => plainStory(title))))()
  const found = async (words: string) => Array.from((await engine.search({ ...EVERYTHING, words })).positions, (position) => titles[position])
  expect((await found('car')).slice(-3)).toEqual([titles[3], 'Cars', 'Carbon'])
  expect(await found('car rental')).toEqual(['A car rental in town', 'The rental of a car', titles[3]])
})

test('one more story, or another title of an old one, leaves most files unchanged', () => {
  const titleOf = (at: number) => numbersOf(at).map((number) => `w${number}`).join(' ')
  const stories = Array.from({ length: 8010 }, (_, at) => plainStory(titleOf(at), { excerpt: titleOf(at + 9000) }))
  const filesOf = (of: readonly IndexedStory[]) => [...writeIndex(of).files.keys()].filter((file) => /terms|places/.test(file))
  const before = filesOf(stories.slice(0, 8009))
  const changedOf = (of: readonly IndexedStory[]) => filesOf(of).filter((file) => !before.includes(file)).length
  expect(before.length).toBeGreaterThan(24)
  // The terms and word positions of the newest stories, and the list of these positions.
  expect(changedOf(stories)).toBeLessThanOrEqual(3)
  // Each of the six words of both titles, and the list of word positions; one cut may move as well.
  const retitled = stories.slice(0, 8009).with(100, plainStory(`${titleOf(100)} longer`, { excerpt: titleOf(9100) }))
  expect(changedOf(retitled)).toBeLessThanOrEqual(6 * 2 + 1 + 2)
})

test('a filter without words requests few small files, whatever it finds', async () => {
  const asked: string[] = []
  const stories = Array.from({ length: 12_000 }, (_, at) => plainStory(`Story ${at}`, { topics: [{ slug: 'ai', name: 'AI' }] }))
  const engine = searchIn(writeIndex(stories), (file) => asked.push(file))()
  expect((await engine.search({ ...EVERYTHING, topics: ['ai'], after: '2020' })).positions).toHaveLength(12_000)
  expect(asked).toHaveLength(3)
})

/** Removes the last story from the first word that has one. */
function removeOneStory({ files }: WrittenIndex): void {
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
  return (JSON.parse(files.get(dataFiles.searchDirectory(name)) ?? '') as IndexDirectory).heatSteps
}

test('a word at which the library’s stemmer throws is its own stem', () => {
  expect(stemmerFor('bg')('театър')).toBe('театър')
})
