import { foldText, splitWords, UNSPACED } from '../../shared/search/normalize-words.ts'
import { memoize } from '../lib/memoize.ts'

/** Words so common in English that sharing them says nothing; in large folders their frequency says so by itself. */
const COMMON = new Set(
  ('about after again all also and any are back been before being but can could did does down each even every first ' +
    'for from get has have her here him his how into its just last like made make many may more most much new news ' +
    'not now off one only other our out over people said says see she should since some such than that the their ' +
    'them then there these they this those through time today two under until use used using was way week well were ' +
    'what when where which while who why will with without would year years you your ' +
    'arent cant couldnt didnt doesnt dont hasnt havent isnt ive shouldnt theyre theyve wasnt werent weve wont wouldnt youre youve').split(' '),
)

/**
 * The words of a text in reading order, folded: lower case, Latin accents and possessives dropped.
 * Scripts written without spaces give pairs of neighbouring characters instead.
 */
export function wordsOf(text: string): string[] {
  const folded = foldText(text)
  const words = splitWords(folded)
  return UNSPACED.test(folded) ? words.flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : word)) : words
}

/** The words of a title, which is asked for by several stages. */
export const titleWords: (title: string) => readonly string[] = memoize(wordsOf)

/** Whether a folded word can tell two stories' subject: not a particle, not a lone letter or digit. */
export function isTelling(word: string): boolean {
  return (word.length > 2 || UNSPACED.test(word)) && !COMMON.has(word) && !/^\d{1,3}$/.test(word)
}

function pairsOf(word: string): string[] {
  const points = Array.from(word)
  if (points.length < 2) return [word]
  return points.slice(1).map((point, at) => `${points[at] ?? ''}${point}`)
}
