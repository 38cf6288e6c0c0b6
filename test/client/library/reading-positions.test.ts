// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { forgetReadingPosition, forgetReadingPositions, readingPositionOf, readingPositions, storeReadingPosition } from '../../../src/client/library/reading-positions.ts'
import { idOf } from './make-library.ts'

const DAY = 86_400_000
const position = (number: number, progress = 0.5, at = Date.now()) => ({ id: idOf(number), slug: `story-${idOf(number)}`, title: `Story ${number}`, progress, at })

afterEach(forgetReadingPositions)

test('the story that was left last is offered first, each once', () => {
  storeReadingPosition(position(1))
  storeReadingPosition(position(2))
  storeReadingPosition(position(1, 0.7))
  expect(readingPositions().map(({ title }) => title)).toEqual(['Story 1', 'Story 2'])
  expect(readingPositionOf(idOf(1))?.progress).toBe(0.7)
  forgetReadingPosition(idOf(1))
  expect(readingPositionOf(idOf(1))).toBe(null)
  expect(readingPositions()).toHaveLength(1)
})

test('positions are forgotten after a month, and when there are more than twenty', () => {
  storeReadingPosition(position(1, 0.5, Date.now() - 31 * DAY))
  expect(readingPositions()).toEqual([])
  for (let number = 1; number <= 25; number++) storeReadingPosition(position(number))
  expect(readingPositions()).toHaveLength(20)
})

test('damaged positions are left out', () => {
  localStorage.setItem(`newsfold:reading:${import.meta.env.BASE_URL}`, JSON.stringify([null, 1, { id: 'a' }, position(3, 7), position(4)]))
  expect(readingPositions().map(({ title }) => title)).toEqual(['Story 4'])
  localStorage.setItem(`newsfold:reading:${import.meta.env.BASE_URL}`, '{')
  expect(readingPositions()).toEqual([])
})
