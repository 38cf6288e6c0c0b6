/** Scripts written from right to left that a living language uses. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Hanifi_Rohingya}\p{Script=Syriac}\p{Script=Thaana}]/u

export type Direction = 'ltr' | 'rtl'

/** The direction a BCP 47 language is written in. */
export function directionOf(language: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** The direction of a text, by its first letter, as `dir="auto"` finds it. */
export function directionOfText(text: string): Direction {
  return RIGHT_TO_LEFT_LETTER.test(FIRST_LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}
