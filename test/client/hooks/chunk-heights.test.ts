import { expect, test } from 'vitest'
import { createChunkHeights } from '../../../src/client/hooks/feed-window/chunk-heights.ts'
import { chunkCount } from '../../../src/shared/feed/feed-chunks.ts'

test('what was measured keeps its height, the rest is as tall as its rows usually are', () => {
  const heights = createChunkHeights(390, null)
  heights.note(0, 2000)
  heights.settle(400)
  heights.settle(100)
  expect(heights.of(0, 100)).toBe(2000)
  expect(heights.of(1, 100)).toBe(12 * 400)
  expect(heights.at(1999, 100)).toBe(0)
  expect(heights.at(2000, 100)).toBe(1)
  expect(heights.at(1e9, 100)).toBe(chunkCount(100) - 1)
})

test('heights come back as they were kept, unless the window has another width', () => {
  const heights = createChunkHeights(390, null)
  heights.note(3, 5000)
  heights.settle(400)
  const kept = heights.keep()
  expect(createChunkHeights(390, kept).of(3, 100)).toBe(5000)
  expect(createChunkHeights(390, kept).of(4, 100)).toBe(4800)
  expect(createChunkHeights(1440, kept).isSettled()).toBe(false)
})

test('no feed is taller than a browser can show', () => {
  const heights = createChunkHeights(390, null)
  heights.settle(480)
  expect(heights.sum(0, chunkCount(1_000_000), 1_000_000)).toBeLessThan(17_000_000)
})
