import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterPath, isPrebuiltList, parseFilter, sortOf, type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'
import { EVERYTHING } from '../../support/everything.ts'

/** Reads a path as a route and a query string would be read. */
function read(path: string): FeedFilter {
  const { pathname, searchParams } = new URL(path, 'https://news.example')
  const slug = /^\/topic\/([^/]+)\/$/.exec(pathname)?.[1]
  return parseFilter(slug === undefined ? null : decodeURIComponent(slug), searchParams)
}

test('the front page has no filter', () => {
  expect(filterPath(EVERYTHING)).toBe('/')
  expect(read('/')).toEqual(EVERYTHING)
})

test('a single topic has its own page, several are parameters of the feed', () => {
  expect(filterPath(read('/?topic=ai'))).toBe('/topic/ai/')
  expect(filterPath(read('/topic/ai/?topic=robots'))).toBe('/?topic=ai&topic=robots')
})

test('one view has one address, in whatever order its parameters come', () => {
  const path = '/?topic=ai&topic=robots&not=games&provider=cnet.com&type=video&sort=heat'
  expect(filterPath(read('/?sort=heat&type=video&topic=robots&not=games&topic=ai&provider=cnet.com&topic=ai'))).toBe(path)
})

test('defaults, unknown parameters and invalid values are left out of the address', () => {
  expect(filterPath(read('/?sort=latest&type=podcast&after=yesterday&min-heat=hot&utm_source=x&topic='))).toBe('/')
})

test('a provider has one address, however its domain is written', () => {
  expect(filterPath(read('/?provider=WWW.CNET.com.&provider=cnet.com'))).toBe('/?provider=cnet.com')
})

test('a day beyond the end of its month becomes its last day', () => {
  expect(filterPath(read('/?after=2019-02-30&before=2020-06-31'))).toBe('/?after=2019-02-28&before=2020-06')
  expect(filterPath(read('/?after=2020-02-29&before=2020-12-30'))).toBe('/?after=2020-02-29&before=2020-12-30')
})

test('the first and the last day of a month become the month', () => {
  expect(filterPath(read('/?after=2020-05-01&before=2020-02-29'))).toBe('/?after=2020-05&before=2020-02')
  expect(filterPath(read('/?after=2020-05&before=2019-02-28'))).toBe('/?after=2020-05&before=2019-02')
})

test('a long query is never cut inside a character', () => {
  const words = 'a'.repeat(199)
  expect(filterPath(read(`/?q=${words}😀`))).toBe(`/?q=${words}`)
  expect(filterPath({ ...EVERYTHING, words: 'robots \ud83d' })).toBe('/?q=robots')
})

test('the build writes pages only for all stories and for single topics', () => {
  expect(isPrebuiltList(read('/'))).toBe(true)
  expect(isPrebuiltList(read('/topic/ai/'))).toBe(true)
  expect(isPrebuiltList(read('/topic/ai/?type=video'))).toBe(false)
  expect(isPrebuiltList(read('/?topic=ai&topic=robots'))).toBe(false)
  expect(isPrebuiltList(read('/?sort=heat'))).toBe(false)
})

test('a query puts the best match first, unless another order is chosen', () => {
  expect(sortOf(read('/'))).toBe('latest')
  expect(sortOf(read('/?q=robots'))).toBe('relevance')
  expect(sortOf(read('/?q=robots&sort=latest'))).toBe('latest')
  expect(filterPath(read('/?q=++deep%20%20sea&sort=latest'))).toBe('/?sort=latest&q=deep%20sea')
  expect(filterPath(read('/?sort=latest'))).toBe('/')
})

test('every filter survives the round trip through its address', () => {
  const slugs = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 }).map((values) => values.sort())
  const filters: fc.Arbitrary<FeedFilter> = fc.record({
    topics: slugs.filter((values) => values.every((value) => value !== '.' && value !== '..')),
    not: slugs,
    any: slugs.map((values) => values.filter((value) => !value.includes('.'))),
    providers: fc.uniqueArray(fc.domain(), { maxLength: 3 }).map((domains) => domains.filter((domain) => !domain.startsWith('www.')).sort()),
    authors: slugs,
    type: fc.constantFrom('article', 'video', null),
    after: fc.constantFrom('2020-05', '2020-05-31', null),
    before: fc.constantFrom('2021-01', null),
    minHeat: fc.constantFrom(null, -1000, 0, 7, 1.5),
    sort: fc.constantFrom(null, 'heat', 'quality'),
    words: fc.constantFrom('', 'robots', '"deep sea" -law', 'café 人工知能'),
    unread: fc.constantFrom(null, 'x7'),
  })
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(filterPath(filter))).toEqual(filter)
    }),
  )
})
