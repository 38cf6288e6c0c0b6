import { expect, test } from 'vitest'
import { composeFront } from '../../../src/shared/feed/front.ts'

const image = { url: 'https://e.example/1.jpg', width: null, height: null, caption: null, attribution: null }
const story = (name: string, day: string, hasPicture = false, words = 20) => ({
  title: `${name} ${'headline '.repeat(5)}`,
  excerpt: 'word '.repeat(words),
  published: `2020-05-${day}T08:00:00Z`,
  image: hasPicture ? image : null,
  name,
})
type Named = ReturnType<typeof story>

const compose = (...stories: [Named, ...Named[]]) => {
  const { lead, below, beside } = composeFront(stories, (one) => one)
  return { lead: lead.name, below: below.map(({ name }) => name), beside: beside.map(({ name }) => name) }
}

test('the lead is the first story of the newest day that has a picture', () => {
  expect(compose(story('a', '20'), story('b', '20', true), story('c', '20', true)).lead).toBe('b')
})

test('a picture of an older day does not lead', () => {
  expect(compose(story('a', '20'), story('b', '19', true)).lead).toBe('a')
})

test('two stories stand below a lead of words, the others beside it', () => {
  expect(compose(story('a', '20'), story('b', '20'), story('c', '20'), story('d', '20'), story('e', '20'))).toEqual({ lead: 'a', below: ['b', 'c'], beside: ['d', 'e'] })
})

test('a lead with a picture is tall enough for all others beside it', () => {
  expect(compose(story('a', '20', true, 60), story('b', '20'), story('c', '20'), story('d', '20'), story('e', '20')).below).toEqual([])
})

test.each([1, 2, 3, 4, 5, 6, 7])('no story of %i is lost', (count) => {
  const [first, ...others] = Array.from({ length: count }, (_, at) => story(String(at), '20', at % 2 === 1))
  if (first === undefined) throw new Error('There is a first.')
  const { lead, below, beside } = compose(first, ...others)
  expect([lead, ...below, ...beside].sort()).toEqual(Array.from({ length: count }, (_, at) => String(at)))
  expect([0, 2]).toContain(below.length)
})
