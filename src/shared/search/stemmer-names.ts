/** Turns a folded word into the stem it shares with its other forms. */
export type Stem = (word: string) => string

/** A stemmer that throws at no word: one that a library's throws at is its own stem. */
export function unthrowing(stem: Stem): Stem {
  return (word) => {
    try {
      return stem(word)
    } catch {
      return word
    }
  }
}

/** Languages, by ISO 639 code, whose words are found in other forms too, and what their stemmer is called. */
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

/** The stemmer of a BCP 47 language; null where there is none: then a word is found as it is. */
export function stemmerNameOf(language: string): StemmerName | null {
  const code = language.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(STEMMER_NAMES, code) ? STEMMER_NAMES[code as keyof typeof STEMMER_NAMES] : null
}
