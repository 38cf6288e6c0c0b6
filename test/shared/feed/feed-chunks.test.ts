import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksPerBlock, rowsOfChunk, chunkCount, chunkOf } from '../../../src/shared/feed/feed-chunks.ts'

test('every row of a feed is in exactly one chunk, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (total) => {
      const rows = Array.from({ length: chunkCount(total) }, (_, chunk) => rowsOfChunk(chunk, total)).flatMap(({ from, to }) => {
        expect(to).toBeGreaterThan(from)
        return Array.from({ length: to - from }, (_, at) => from + at)
      })
      expect(rows).toEqual(Array.from({ length: total }, (_, row) => row))
      for (const row of rows) {
        const { from, to } = rowsOfChunk(chunkOf(row), total)
        expect(row >= from && row < to).toBe(true)
      }
    }),
  )
})

test('a feed of any length has few blocks', () => {
  for (const rows of [1, 100, 10_000, 100_000, 1_000_000]) {
    const chunks = chunkCount(rows)
    expect(Math.ceil(chunks / chunksPerBlock(chunks))).toBeLessThanOrEqual(120)
  }
})
