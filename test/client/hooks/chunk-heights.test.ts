import { expect, test } from 'vitest'
import { createChunkHeights } from '../../../src/client/hooks/feed-window/chunk-heights.ts'
import { chunkCount } from '../../../src/shared/feed/feed-chunks.ts'

test('a measured chunk has its measured height, any other is estimated from a typical row', () => {
  const heights = createChunkHeights(390, null)
  heights.record(0, 2000)
  heights.setTypicalRow(400)
  heights.setTypicalRow(100)
  expect(heights.of(0, 100)).toBe(2000)
  expect(heights.of(1, 100)).toBe(12 * 400)
  expect(heights.at(1999, 100)).toBe(0)
  expect(heights.at(2000, 100)).toBe(1)
  expect(heights.at(1e9, 100)).toBe(chunkCount(100) - 1)
})

test('stored heights are restored, unless the window has another width', () => {
  const heights = createChunkHeights(390, null)
  heights.record(3, 5000)
  heights.setTypicalRow(400)
  const stored = heights.toStored()
  expect(createChunkHeights(390, stored).of(3, 100)).toBe(5000)
  expect(createChunkHeights(390, stored).of(4, 100)).toBe(4800)
  expect(createChunkHeights(1440, stored).hasTypicalRow()).toBe(false)
})

test('no feed is taller than a browser can display', () => {
  const heights = createChunkHeights(390, null)
  heights.setTypicalRow(480)
  expect(heights.sum(0, chunkCount(1_000_000), 1_000_000)).toBeLessThan(17_000_000)
})
