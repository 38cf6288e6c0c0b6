import { distance } from 'fastest-levenshtein'
import { foldText } from '../../../shared/search/normalize-words.ts'
import { memoize } from '../../lib/memoize.ts'
import { isCommon, isNumber, titleWords } from '../tokenize.ts'

/** What tells the parts of a serial apart: the monthly call, the release wave, part two. */
export interface SerialTitle {
  /** Months, 0 to 11. */
  readonly months: ReadonlySet<number>
  /** Days beside a month's name. */
  readonly days: ReadonlySet<number>
  /** Numbers beside a word such as "part", as `part 2`. */
  readonly parts: ReadonlySet<string>
  /** Other numbers but amounts, "5.4" whole. */
  readonly numbers: ReadonlySet<string>
  /** The rest: words that are no numbers and not common. */
  readonly words: ReadonlySet<string>
}

/** Words whose number counts the parts of a serial. */
const PART_WORDS = new Set(
  ('act chapter chapters day edition ep episode game issue lesson match module no number part phase pt quarter release ' +
    'round season series session stage step v version vol volume wave week').split(' '),
)

const NUMBER_WORDS = new Map(
  [
    'zero', 'one first i', 'two second ii', 'three third iii', 'four fourth iv', 'five fifth v', 'six sixth vi', 'seven seventh vii',
    'eight eighth viii', 'nine ninth ix', 'ten tenth x', 'eleven eleventh xi', 'twelve twelfth xii',
  ].flatMap((words, number) => words.split(' ').map((word) => [word, String(number)] as const)),
)

/** A number with what says that it is an amount, which retellings round as they like. */
const NUMBERS = /([$€£¥₹]\s?)?(\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?(\s?(?:%|percent|per ?cent|pct|[kmb]n?\b|mln|million|billion|trillion))?/gi

/** "21st". */
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/

/** Words that mark another edition of the same text. */
const EDITION_WORDS = new Set('breaking corrected correction exclusive live re refile repeat retransmission rpt transmission updated'.split(' '))

const ENGLISH_SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Months by folded name, of a language and of English. */
const monthNames = memoize((tag: string): ReadonlyMap<string, number> => {
  const names = new Map(ENGLISH_SHORT.map((name, month) => [name, month]))
  names.set('sept', 8)
  for (const language of new Set(['en', tag])) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) names.set(foldText(format.format(Date.UTC(2020, month, 1))), month)
  }
  return names
})

/** Reads the numbers, months and part words of a title in the language `tag` (BCP 47). */
export function toSerialTitle(title: string, tag: string): SerialTitle {
  const months = new Set<number>()
  const days = new Set<number>()
  const parts = new Set<string>()
  const words = new Set<string>()
  const names = monthNames(tag)
  const all = titleWords(title)
  const numberAt = (at: number) => {
    const word = all[at]?.replace(ORDINAL, '$1') ?? ''
    return isNumber(word) ? word : NUMBER_WORDS.get(word)
  }
  const numbersBeside = (at: number) => [numberAt(at + 1), numberAt(at - 1)].filter((number) => number !== undefined)
  for (const [at, word] of all.entries()) {
    const month = names.get(word)
    const besides = month !== undefined || PART_WORDS.has(word) ? numbersBeside(at) : []
    if (month !== undefined && (word !== 'may' || besides.length > 0)) {
      months.add(month)
      for (const number of besides) if (Number(number) <= 31) days.add(Number(number))
    } else if (/^v\d+$/.test(word)) parts.add(`version ${word.slice(1)}`)
    else if (PART_WORDS.has(word) && besides[0] !== undefined) parts.add(`${word} ${besides[0]}`)
    else if (!isNumber(word) && !isCommon(word) && !EDITION_WORDS.has(word) && !ORDINAL.test(word)) words.add(word)
  }
  const numbers = new Set<string>()
  for (const [, currency, number, unit] of title.matchAll(NUMBERS)) {
    if (currency === undefined && unit === undefined && number !== undefined) numbers.add(number)
  }
  return { months, days, parts, numbers, words }
}

/** Share of words two titles have in common (Dice) from which on they follow one pattern. */
const SAME_PATTERN = 0.75

/**
 * Whether two titles are parts of a serial and so no one event: they name other months, days or
 * parts, or follow one pattern with other numbers or names ("Montana" for "Peoria"). One source's
 * titles of one pattern with a number must not differ at all: "Power Apps Portals | wave 2" is not
 * "Power Apps | wave 2". `isName` tells a name.
 */
export function areSerialParts(a: SerialTitle, b: SerialTitle, sameSource: boolean, isName: (word: string) => boolean): boolean {
  if (haveNoneInCommon(a.months, b.months)) return true
  if (a.months.size > 0 && haveNoneInCommon(a.days, b.days)) return true
  if (haveOtherParts(a.parts, b.parts)) return true
  const counted = (title: SerialTitle) => new Set([...title.words, ...title.parts, ...title.numbers])
  if (haveOneOwnNumberEach(a, b) && similarity(a.words, b.words) >= SAME_PATTERN) return true
  if (similarity(counted(a), counted(b)) < SAME_PATTERN) return false
  const [ownA, ownB] = [without(a.words, b.words), without(b.words, a.words)]
  const [otherA, otherB] = [withoutTypos(ownA, ownB), withoutTypos(ownB, ownA)]
  if (otherA.some(isName) && otherB.some(isName)) return true
  const isCounted = a.numbers.size + a.parts.size + a.months.size > 0
  return sameSource && isCounted && otherA.length + otherB.length > 0
}

function haveOneOwnNumberEach(a: SerialTitle, b: SerialTitle): boolean {
  return without(a.numbers, b.numbers).length > 0 && without(b.numbers, a.numbers).length > 0
}

/** Share of words two sets have in common (Dice). */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.size - without(a, b).length
  return (2 * common) / (a.size + b.size || 1)
}

function haveNoneInCommon(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one))
}

/** Whether both count by one word, and by other numbers. */
function haveOtherParts(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const part of a) {
    const word = part.slice(0, part.indexOf(' ') + 1)
    const others = [...b].filter((other) => other.startsWith(word))
    if (others.length > 0 && ![...a].some((one) => others.includes(one))) return true
  }
  return false
}

function without(words: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !others.has(word))
}

/** Words less those that are another's misspelling. */
function withoutTypos(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => word.length < 4 || !others.some((other) => distance(word, other) <= 2))
}
