import { describe, expect, it } from 'vitest'
import { progressLine } from '../../src/node/progress.ts'

/** What a terminal sees of 200 seeds, one read every `step` milliseconds. */
function watch(step: number, isTTY: boolean): string[] {
  const written: string[] = []
  let now = 0
  const progress = progressLine({ isTTY, write: (text: string) => written.push(text) }, () => now)
  for (let read = 1; read <= 200; read++) {
    now += step
    progress.tell(read, 200)
  }
  progress.end()
  return written
}

describe('progress', () => {
  it('is told on a terminal once reading takes longer than a second, and cleared at the end', () => {
    const written = watch(10, true)
    expect(written[0]).toContain('Reading seeds: 100 of 200 (50%)')
    expect(written).toHaveLength(12)
    expect(written.at(-1)).toBe('\r\x1b[2K')
  })

  it('is not told when reading is quick, nor where there is no terminal', () => {
    expect(watch(4, true)).toEqual([])
    expect(watch(100, false)).toEqual([])
  })
})
