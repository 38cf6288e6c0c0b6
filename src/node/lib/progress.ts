/** Milliseconds before a phase is long enough to be told of, and between two times it says how far it is. */
const PATIENCE = 1000
const INTERVAL = 100

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

interface Phase {
  readonly name: string
  readonly start: number
  /** When it was last told of. */
  told: number
  done: number
  isShown: boolean
}

/** Tells a person how far long work is. */
export interface Progress {
  /** Begins a phase, which ends the one before. Returns what is to be told as it goes on. */
  phase(name: string): (done: number, total: number) => void
  /** Ends the last phase. */
  end(): void
}

/**
 * Progress on a terminal: one line that says phase, count, rate and time left, and is gone in the end.
 * Elsewhere: one line for each phase, when it is over. Nothing is said of what takes less than a second.
 */
export function progressOn(terminal: Terminal, now: () => number = Date.now): Progress {
  let current: Phase | null = null

  const end = () => {
    if (current === null) return
    const seconds = (now() - current.start) / 1000
    if (terminal.isTTY === true && current.isShown) terminal.write('\r\x1b[2K')
    if (terminal.isTTY !== true && seconds * 1000 >= PATIENCE && current.done > 0) {
      terminal.write(`${current.name}: ${counted(current.done)} in ${seconds.toFixed(1)} s (${rate(current.done, seconds)})\n`)
    }
    current = null
  }
  return {
    phase(name) {
      end()
      const start = now()
      const own: Phase = { name, start, told: start + PATIENCE - INTERVAL, done: 0, isShown: false }
      current = own
      return (done, total) => {
        own.done = done
        if (terminal.isTTY !== true || current !== own || now() - own.told < INTERVAL) return
        own.told = now()
        own.isShown = true
        const seconds = (now() - start) / 1000
        const left = Math.ceil((seconds / done) * (total - done))
        const share = `${counted(done)} of ${counted(total)} (${Math.floor((done / total) * 100)}%)`
        terminal.write(`\r\x1b[2K${name}: ${share}, ${rate(done, seconds)}, ${left} s left`)
      }
    },
    end,
  }
}

function rate(done: number, seconds: number): string {
  return `${counted(Math.round(done / seconds))}/s`
}

function counted(count: number): string {
  return count.toLocaleString('en')
}
