import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterPath } from '../../../src/shared/filter/feed-filter.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { parseTypedFilters, splitQuery } from '../../../src/shared/filter/query-syntax.ts'

/** Where a text leads when typing is done. */
const pathOf = (text: string) => filterPath(parseTypedFilters(EVERYTHING, text, true).filter)

test('every filter can be typed, among words, in any order', () => {
  const text = 'robots topic:"AI Hardware" provider:CNET.com after:2020-05 type:video deep before:2020-06-10 not:law -topic:x heat:5 sort:heat'
  expect(decodeURIComponent(pathOf(text))).toBe(
    '/topic/ai-hardware/?not=law&not=x&provider=cnet.com&type=video&after=2020-05&before=2020-06-10&min-heat=5&sort=heat&q=robots deep',
  )
})

test('alternatives are topics by name or slug, or providers by domain', () => {
  expect(pathOf('any:"AI Hardware" any:law any:WWW.CNET.com')).toBe('/?any=ai-hardware&any=cnet.com&any=law')
})

test('a filter is complete when a space follows it, or when typing is done', () => {
  const typing = parseTypedFilters(EVERYTHING, 'robots topic:law', false)
  expect(typing).toEqual({ filter: { ...EVERYTHING, words: 'robots' }, text: 'robots topic:law' })
  const spaced = parseTypedFilters(EVERYTHING, 'robots topic:law ', false)
  expect(spaced).toEqual({ filter: { ...EVERYTHING, topics: ['law'], words: 'robots' }, text: 'robots ' })
  const quoted = parseTypedFilters(EVERYTHING, 'topic:"AI Hard', false)
  expect(quoted).toEqual({ filter: EVERYTHING, text: 'topic:"AI Hard' })
  expect(pathOf('topic:“AI Hardware')).toBe('/topic/ai-hardware/')
})

test('a quoted value is read whole or not at all, and a comma may follow it', () => {
  expect(pathOf('topic:"AI Hardware", provider:www.cnet.com, heat:1.5')).toBe('/topic/ai-hardware/?provider=cnet.com&min-heat=1.5')
  expect(pathOf('topic:"AI Hardware"robots')).toBe('/?q=topic%3A%22AI%20Hardware%22robots')
})

test('a year alone stands for its months', () => {
  expect(pathOf('after:2018 before:2019 robots')).toBe('/?after=2018-01&before=2019-12&q=robots')
})

test('an author is typed as a name or slug', () => {
  expect(pathOf('author:"Jane Doe" author:bo-li')).toBe('/?author=bo-li&author=jane-doe')
})

test('a provider is typed as its domain, in any script', () => {
  expect(pathOf('provider:Bücher.example')).toBe('/?provider=xn--bcher-kva.example')
  expect(pathOf('provider:наука.рф provider:a.example')).toBe('/?provider=a.example&provider=xn--80aa3ak5a.xn--p1ai')
  expect(pathOf('provider:bücher.exa%mple')).toBe('/?provider=b%C3%BCcher.exa%25mple')
})

test('a topic typed is chosen or excluded, never both', () => {
  expect(pathOf('topic:law not:law')).toBe('/?not=law')
  expect(pathOf('not:law topic:law')).toBe('/topic/law/')
})

test('an unknown filter or an invalid value stays a word', () => {
  for (const text of ['http://e.example', 'type:podcast', 'after:soon', 'topic:!!', 'heat:hot', 'topic: law', 'constructor:x', '"topic:law robots"', 'a:b'])
    expect(parseTypedFilters(EVERYTHING, `${text} `, true).filter).toEqual({ ...EVERYTHING, words: text })
})

test('a query is split into words, phrases and exclusions', () => {
  expect(splitQuery('robots "deep sea" -law -"old news" café')).toEqual(['robots', '"deep sea"', '-law', '-"old news"', 'café'])
})

const pieces = fc.constantFrom('topic:', 'not:', '-topic:', 'provider:', 'after:2020-05', 'heat:5', 'type:video', '"', '“', ' ', '  ', 'law', 'a.b', '-', 'é', '人工')
const texts = fc.oneof(fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme' }))

test('a text without a filter is left as it was typed', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { filter, text: rest } = parseTypedFilters(EVERYTHING, text, false)
      if (filterPath({ ...filter, words: '' }) === '/') expect(rest).toBe(text)
    }),
  )
})

test('typing loses nothing: words between filters stay, in their order', () => {
  const filters = fc.constantFrom('topic:"AI Hardware"', 'not:law', '-topic:x', 'provider:a.example', 'after:2020-05', 'heat:5', 'type:video')
  const words = fc.constantFrom('robots', '"deep sea"', '-news', 'x:y', 'topic:', '人工知能', 'type:podcast')
  const typed = fc.array(fc.record({ filter: fc.option(filters), word: words }))
  fc.assert(
    fc.property(typed, (parts) => {
      const text = parts.map(({ filter, word }) => (filter === null ? word : `${filter} ${word}`)).join(' ')
      expect(parseTypedFilters(EVERYTHING, text, true).filter.words).toBe(parts.map(({ word }) => word).join(' '))
    }),
  )
})

test('the text left in the box is parsed the same way again', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = parseTypedFilters(EVERYTHING, text, false)
      expect(parseTypedFilters(once.filter, once.text, false)).toEqual(once)
    }),
  )
})

test('a query is split without losing a letter', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(splitQuery(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
