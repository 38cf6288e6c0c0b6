import { expect, test } from 'vitest'
import { PAGE_SIZE, STORIES_PER_FILE } from '../../../src/shared/contract/bundle.ts'
import { pageCount, pageOf, pageRange, storyFileCount, storyFileOf } from '../../../src/shared/contract/list-pages.ts'

test('an empty feed has no page, any other at least one', () => {
  expect(pageCount(0)).toBe(0)
  expect(pageCount(1)).toBe(1)
  expect(pageCount(PAGE_SIZE)).toBe(1)
  expect(pageCount(PAGE_SIZE + 1)).toBe(2)
})

test('every position is on exactly the page whose range includes it', () => {
  for (let stories = 1; stories < PAGE_SIZE * 4; stories++) {
    for (let position = 0; position < stories; position++) {
      const { from, to } = pageRange(pageOf(position), stories)
      expect(position >= from && position < to).toBe(true)
    }
  }
})

test('a new story changes only the newest page', () => {
  for (let stories = 1; stories < PAGE_SIZE * 4; stories++) {
    for (let page = 1; page < pageCount(stories); page++) {
      expect(pageRange(page, stories + 1)).toEqual(pageRange(page, stories))
    }
  }
})

test('stories are spread evenly over files whose number is a power of two', () => {
  expect([0, 1, STORIES_PER_FILE, STORIES_PER_FILE + 1].map(storyFileCount)).toEqual([1, 1, 1, 2])
  const files = storyFileCount(10_000)
  expect(Math.log2(files) % 1).toBe(0)
  expect(10_000 / files).toBeLessThanOrEqual(STORIES_PER_FILE)
  for (const id of ['0000000000', 'zzzzzzzzzz', 'a1b2c3d4e5', 'no id at all!', '!']) {
    expect(storyFileOf(id, files)).toBeGreaterThanOrEqual(1)
    expect(storyFileOf(id, files)).toBeLessThanOrEqual(files)
  }
})
