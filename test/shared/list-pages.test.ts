import { expect, test } from 'vitest'
import { PAGE_SIZE } from '../../src/shared/bundle.ts'
import { pageCount, pageOf, pageRange } from '../../src/shared/list-pages.ts'

test('an empty list has no page, any other at least one', () => {
  expect(pageCount(0)).toBe(0)
  expect(pageCount(1)).toBe(1)
  expect(pageCount(PAGE_SIZE * 2 - 1)).toBe(1)
  expect(pageCount(PAGE_SIZE * 2)).toBe(2)
})

test('every place is on the one page whose range holds it', () => {
  for (let stories = 1; stories < PAGE_SIZE * 4; stories++) {
    for (let position = 0; position < stories; position++) {
      const { from, to } = pageRange(pageOf(position, pageCount(stories)), stories)
      expect(position >= from && position < to).toBe(true)
    }
  }
})

test('a new story changes no page but the newest', () => {
  for (let stories = 1; stories < PAGE_SIZE * 4; stories++) {
    for (let page = 1; page < pageCount(stories); page++) {
      expect(pageRange(page, stories + 1)).toEqual(pageRange(page, stories))
    }
  }
})
