/** Milliseconds before a phase is shown, and between two updates. */
const SHOW_AFTER = 1000
const INTERVAL = 100

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

interface Phase {
  readonly name: string
  readonly start: number
  /** When it was last shown. */
  shownAt: number
  done: number
  isShown: boolean
}

/** Shows the progress of long work. */
export interface Progress {
  /** Begins a phase, which ends the previous one. Returns a function that reports its progress. */
  phase(name: string): (done: number, total: number) => void
  /** Ends the last phase. */
  end(): void
}

/**
 * Progress on a terminal: one line that says phase, count, rate and time left, and is cleared at the end.
 * Elsewhere: one line for each phase, when it is over. A phase of less than a second is not shown.
 */
export function progressOn(terminal: Terminal, now: () => number = Date.now): Progress {
  let current: Phase | null = null

  const end = () => {
    if (current === null) return
    const seconds = (now() - current.start) / 1000
    if (terminal.isTTY === true && current.isShown) terminal.write('\r\x1b[2K')
    if (terminal.isTTY !== true && seconds * 1000 >= SHOW_AFTER && current.done > 0) {
      terminal.write(`${current.name}: ${counted(current.done)} in ${seconds.toFixed(1)} s (${rate(current.done, seconds)})\n`)
    }
    current = null
  }
  return {
    phase(name) {
      end()
      const start = now()
      const own: Phase = { name, start, shownAt: start + SHOW_AFTER - INTERVAL, done: 0, isShown: false }
      current = own
      return (done, total) => {
        own.done = done
        if (terminal.isTTY !== true || current !== own || now() - own.shownAt < INTERVAL) return
        own.shownAt = now()
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
