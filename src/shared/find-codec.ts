/**
 * Lists of whole numbers as ASCII strings, which every host compresses. A number is written in
 * digits of base 64, five bits and a continuation bit each, lowest first, as source maps do: below
 * 32 it is one character.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0))
const VALUES = new Uint8Array(128)
CODES.forEach((code, value) => (VALUES[code] = value))

/** Opens a list written as runs; no digit. */
const RUNS = '!'

/** Characters turned into a string at once: as many arguments as every engine takes. */
const PIECE = 8192

/** Writes numbers one after the other, each 0 to 2³² − 1. Made once and used for many lists. */
export class NumberWriter {
  #codes = new Uint8Array(1024)
  #length = 0

  write(value: number): void {
    if (this.#length + 7 > this.#codes.length) this.#grow()
    let rest = value
    while (rest > 31) {
      this.#codes[this.#length++] = CODES[(rest & 31) | 32] ?? 0
      rest >>>= 5
    }
    this.#codes[this.#length++] = CODES[rest] ?? 0
  }

  /** What was written since it was last taken. */
  take(): string {
    let text = ''
    for (let at = 0; at < this.#length; at += PIECE) {
      const piece = this.#codes.subarray(at, Math.min(at + PIECE, this.#length))
      text += String.fromCharCode.apply(null, piece as unknown as number[])
    }
    this.#length = 0
    return text
  }

  #grow(): void {
    const larger = new Uint8Array(this.#codes.length * 2)
    larger.set(this.#codes)
    this.#codes = larger
  }
}

const writer = new NumberWriter()

/**
 * Whole numbers that ascend without repeats, as the gaps between them or, where that is shorter, as
 * `!` and then lengths of gap and run in turn: a list of nearly everything costs a few characters.
 */
export function encodeAscending(values: ArrayLike<number>): string {
  if (values.length === 0) return ''
  let [asGaps, asRuns, run, next] = [0, RUNS.length, 0, 0]
  for (let at = 0; at < values.length; at++) {
    const gap = (values[at] ?? 0) - next
    asGaps += widthOf(gap)
    if (gap > 0 || at === 0) asRuns += (at === 0 ? 0 : widthOf(run)) + widthOf(gap)
    run = gap > 0 || at === 0 ? 1 : run + 1
    next += gap + 1
  }
  return asRuns + widthOf(run) < asGaps ? RUNS + writeRuns(values) : writeGaps(values)
}

function writeGaps(values: ArrayLike<number>): string {
  let next = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    writer.write(value - next)
    next = value + 1
  }
  return writer.take()
}

function writeRuns(values: ArrayLike<number>): string {
  let [run, next] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value !== next || at === 0) {
      if (at > 0) writer.write(run)
      writer.write(value - next)
      run = 0
    }
    run++
    next = value + 1
  }
  writer.write(run)
  return writer.take()
}

/** Shows every number of a list that `encodeAscending` wrote, in order. */
export function eachAscending(text: string, visit: (value: number) => void): void {
  const isRuns = text.startsWith(RUNS)
  let [next, isRun] = [0, false]
  eachNumber(isRuns ? text.slice(RUNS.length) : text, (length) => {
    if (!isRuns) visit((next += length + 1) - 1)
    else if (isRun) for (const end = next + length; next < end; next++) visit(next)
    else next += length
    isRun = !isRun
  })
}

/** A list that `encodeAscending` wrote. */
export function decodeAscending(text: string): Uint32Array {
  const values: number[] = []
  eachAscending(text, (value) => values.push(value))
  return Uint32Array.from(values)
}

/** Any whole numbers of 0 to 2³² − 1. */
export function encodeNumbers(values: ArrayLike<number>): string {
  for (let at = 0; at < values.length; at++) writer.write(values[at] ?? 0)
  return writer.take()
}

/** Shows every number of a list that `encodeNumbers` or a `NumberWriter` wrote, in order. */
export function eachNumber(text: string, visit: (value: number) => void): void {
  let [value, shift] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)] ?? 0
    value |= (digit & 31) << shift
    if (digit > 31) {
      shift += 5
    } else {
      visit(value >>> 0)
      value = 0
      shift = 0
    }
  }
}

/** A list that `encodeNumbers` wrote. */
export function decodeNumbers(text: string): number[] {
  const values: number[] = []
  eachNumber(text, (value) => values.push(value))
  return values
}

/** A whole number of either sign, up to 2³¹, as one that `encodeNumbers` takes: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

/** The number that `zigzag` made this of. */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

function widthOf(value: number): number {
  return value < 32 ? 1 : Math.ceil((32 - Math.clz32(value)) / 5)
}
