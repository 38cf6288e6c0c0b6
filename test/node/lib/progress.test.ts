import { describe, expect, it } from 'vitest'
import { progressOn } from '../../../src/node/lib/progress.ts'

/** What is written while 2,000 seeds are read, one every `step` milliseconds, and then 10 files written. */
function watch(step: number, isTTY: boolean): string[] {
  const written: string[] = []
  let now = 0
  const progress = progressOn({ isTTY, write: (text: string) => written.push(text) }, () => now)
  const read = progress.phase('Reading seeds')
  for (let done = 1; done <= 2000; done++) {
    now += step
    read(done, 2000)
  }
  const write = progress.phase('Writing files')
  for (let done = 1; done <= 10; done++) write(done, 10)
  progress.end()
  return written
}

describe('progress', () => {
  it('says phase, count, rate and time left on a terminal, and clears its line', () => {
    const written = watch(1, true)
    expect(written[0]).toBe('\r\x1b[2KReading seeds: 1,000 of 2,000 (50%), 1,000/s, 1 s left')
    expect(written).toHaveLength(12)
    expect(written.at(-1)).toBe('\r\x1b[2K')
  })

  it('says one line for each long phase elsewhere', () => {
    expect(watch(1, false)).toEqual(['Reading seeds: 2,000 in 2.0 s (1,000/s)\n'])
  })

  it('says nothing of what is quick', () => {
    expect(watch(0.4, true)).toEqual([])
    expect(watch(0.4, false)).toEqual([])
  })
})
