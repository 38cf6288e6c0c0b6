/** Maps a folded word to the stem it shares with its other forms. */
export type Stem = (word: string) => string

/** A stemmer that never throws: a word at which the library's throws is its own stem. */
export function neverThrowing(stem: Stem): Stem {
  return (word) => {
    try {
      return stem(word)
    } catch {
      return word
    }
  }
}

/** Names of stemmers, by ISO 639 language code. */
export const STEMMER_NAMES = {
  ar: 'arabic',
  bg: 'bulgarian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'indian',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  uk: 'ukrainian',
} as const

export type StemmerName = (typeof STEMMER_NAMES)[keyof typeof STEMMER_NAMES]

/** Name of the stemmer of a BCP 47 language; null when there is none. */
export function stemmerNameOf(language: string): StemmerName | null {
  const code = language.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(STEMMER_NAMES, code) ? STEMMER_NAMES[code as keyof typeof STEMMER_NAMES] : null
}
