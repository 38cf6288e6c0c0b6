import { expect, test } from 'vitest'
import { minutesToRead } from '../../../src/client/components/story/reading-time.ts'

test('a body takes a minute for 230 words, rounded up', () => {
  expect(minutesToRead('<p>A few words.</p>')).toBe(1)
  expect(minutesToRead(`<p>${'word '.repeat(231)}</p>`)).toBe(2)
})

test('a script without spaces is counted by its characters', () => {
  expect(minutesToRead(`<p>${'字'.repeat(900)}</p>`)).toBe(2)
})
