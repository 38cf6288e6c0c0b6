import { KEY_LIMIT } from '../../shared/contract/story-key.ts'
import { type StoryKeys } from './story-keys.ts'

/**
 * Story keys packed to about 5.4 characters each: the gaps between ascending keys as Golomb–Rice codes, in
 * base-64 digits of six bits. https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding
 */
export interface PackedKeys {
  readonly count: number
  /** A gap is its quotient by 2^shift as that many 1 bits and a 0 bit, then its remainder in `shift` bits, highest first. */
  readonly shift: number
  /** The codes one after the other, filled up with 0 bits. */
  readonly bits: string
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const DIGIT_BITS = 6

/** Packs keys. */
export function packKeys(keys: StoryKeys): PackedKeys {
  const meanGap = (keys.at(-1) ?? 0) / Math.max(keys.length, 1)
  // ln 2 of the mean: the best parameter for gaps between random keys.
  const shift = Math.max(0, Math.round(Math.log2(Math.max(meanGap * Math.LN2, 1))))
  const codes: string[] = []
  let before = 0
  for (const key of keys) {
    const gap = key - before
    codes.push('1'.repeat(Math.floor(gap / 2 ** shift)), '0', shift === 0 ? '' : (gap % 2 ** shift).toString(2).padStart(shift, '0'))
    before = key
  }
  const bits = codes.join('').replace(/[01]{1,6}/g, (six) => DIGITS[Number.parseInt(six.padEnd(DIGIT_BITS, '0'), 2)] ?? '')
  return { count: keys.length, shift, bits }
}

/** Unpacks keys; null when they are damaged. */
export function unpackKeys({ count, shift, bits: digits }: PackedKeys): StoryKeys | null {
  if (!Number.isInteger(count) || count < 0 || count > digits.length * DIGIT_BITS || !Number.isInteger(shift) || shift < 0 || shift > 44) return null
  if (!/^[\w-]*$/.test(digits)) return null
  const bits = digits.replace(/./g, (digit) => DIGITS.indexOf(digit).toString(2).padStart(DIGIT_BITS, '0'))
  const keys = new Float64Array(count)
  let [at, key] = [0, 0]
  for (let index = 0; index < count; index++) {
    const zero = bits.indexOf('0', at)
    const end = zero + 1 + shift
    if (zero === -1 || end > bits.length) return null
    const gap = (zero - at) * 2 ** shift + (shift === 0 ? 0 : Number.parseInt(bits.slice(zero + 1, end), 2))
    key += gap
    if (key >= KEY_LIMIT || (index > 0 && gap === 0)) return null
    keys[index] = key
    at = end
  }
  return keys
}
