/**
 * Lists of integers as ASCII strings, which every host compresses. A number is a base-64 VLQ without sign,
 * as in source maps: five bits and a continuation bit per character, lowest first.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0))
const VALUES = new Uint8Array(128)
CODES.forEach((code, value) => (VALUES[code] = value))

/** First character of a list written as runs; not a digit. */
const RUNS_MARK = '!'

/** Character codes passed to `String.fromCharCode` at once, few enough for every engine. */
const MAX_ARGUMENTS = 8192

/** Encodes integers of 0 to 2³² − 1. One instance serves many lists. */
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

  /** Returns what was written since the last call. */
  take(): string {
    let text = ''
    for (let at = 0; at < this.#length; at += MAX_ARGUMENTS) {
      const piece = this.#codes.subarray(at, Math.min(at + MAX_ARGUMENTS, this.#length))
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
 * Encodes strictly ascending integers as the gaps between them or, if shorter, as `!` and the lengths of
 * gaps and runs in turn: a list of nearly everything takes a few characters.
 */
export function encodeAscending(values: ArrayLike<number>): string {
  if (values.length === 0) return ''
  let [asGaps, asRuns, run, next] = [0, RUNS_MARK.length, 0, 0]
  for (let at = 0; at < values.length; at++) {
    const gap = (values[at] ?? 0) - next
    asGaps += widthOf(gap)
    if (gap > 0 || at === 0) asRuns += (at === 0 ? 0 : widthOf(run)) + widthOf(gap)
    run = gap > 0 || at === 0 ? 1 : run + 1
    next += gap + 1
  }
  return asRuns + widthOf(run) < asGaps ? RUNS_MARK + writeRuns(values) : writeGaps(values)
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

/** Decodes what `encodeAscending` returned. */
export function decodeAscending(text: string): Uint32Array {
  const numbers = decodeNumbers(text, text.startsWith(RUNS_MARK) ? RUNS_MARK.length : 0)
  if (text.startsWith(RUNS_MARK)) return fromRuns(numbers)
  let next = 0
  for (let at = 0; at < numbers.length; at++) {
    next += (numbers[at] ?? 0) + 1
    numbers[at] = next - 1
  }
  return numbers
}

function fromRuns(lengths: Uint32Array): Uint32Array {
  let total = 0
  for (let at = 1; at < lengths.length; at += 2) total += lengths[at] ?? 0
  const values = new Uint32Array(total)
  let [count, next] = [0, 0]
  for (let at = 0; at < lengths.length; at += 2) {
    next += lengths[at] ?? 0
    for (const end = next + (lengths[at + 1] ?? 0); next < end; next++) values[count++] = next
  }
  return values
}

/** Encodes any integers of 0 to 2³² − 1. */
export function encodeNumbers(values: ArrayLike<number>): string {
  for (let at = 0; at < values.length; at++) writer.write(values[at] ?? 0)
  return writer.take()
}

/** Decodes what `encodeNumbers` or a `NumberWriter` returned, starting at a character. */
export function decodeNumbers(text: string, from = 0): Uint32Array {
  let length = 0
  for (let at = from; at < text.length; at++) if ((VALUES[text.charCodeAt(at)] ?? 0) < 32) length++
  const values = new Uint32Array(length)
  let [count, value, shift] = [0, 0, 0]
  for (let at = from; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)] ?? 0
    value |= (digit & 31) << shift
    shift += 5
    if (digit > 31) continue
    values[count++] = value
    value = shift = 0
  }
  return values
}

/** Maps a signed integer, up to 2³¹, to one that `encodeNumbers` accepts: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

/** The inverse of `zigzag`. */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

function widthOf(value: number): number {
  return value < 32 ? 1 : Math.ceil((32 - Math.clz32(value)) / 5)
}
