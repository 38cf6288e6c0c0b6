/** Milliseconds before a build is long enough to say how far it is, and between two times it says so. */
const PATIENCE = 1000
const INTERVAL = 100

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

interface Progress {
  /** Says how far it is, if it is time to. */
  readonly tell: (read: number, seeds: number) => void
  /** Clears the line. */
  readonly end: () => void
}

/** A line on a terminal that says how many seeds are read, once that takes longer than a second. Nothing elsewhere. */
export function progressLine(terminal: Terminal, now: () => number = Date.now): Progress {
  const start = now()
  let told = start + PATIENCE - INTERVAL
  let isShown = false
  return {
    tell(read, seeds) {
      if (terminal.isTTY !== true || now() - told < INTERVAL) return
      told = now()
      isShown = true
      terminal.write(`\r\x1b[2KReading seeds: ${read} of ${seeds} (${Math.floor((read / seeds) * 100)}%)`)
    },
    end() {
      if (isShown) terminal.write('\r\x1b[2K')
    },
  }
}
