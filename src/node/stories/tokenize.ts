import { foldText, splitWords, UNSPACED } from '../../shared/search/normalize-words.ts'
import { memoize } from '../lib/memoize.ts'

/** Words so common in English news that sharing them says nothing; other languages leave that to document frequency. */
const COMMON = new Set(
  ('a about according after again against all also am amid among an and any are as at back be because been before being ' +
    'between both but by can could day days did do does doing don down during each even every few first for from get gets ' +
    'getting got had has have having he her here hers him his how i if in into is it its just last like made make makes ' +
    'making many may me might more most much my need new news next no not now of off on once one only or other our out ' +
    'over own per photo photos report reported reports s said same say saying says see she should since so some such t ' +
    'take takes than that the their them then there these they this those through time to today too two under until up ' +
    'update updates us use used uses using very via video videos vs want was watch way we week weeks well were what when ' +
    'where which while who whom why will with without would year years yesterday yet you your ' +
    'arent cant couldnt didnt doesnt dont hasnt havent isnt ive shouldnt theyre theyve wasnt werent weve wont wouldnt youre youve').split(' '),
)

/** Words that many English headlines share, whatever they tell; in a small folder their frequency does not show it. */
export const HEADLINE_WORDS: ReadonlySet<string> = new Set(
  ('access add adds agree agrees aim aims america american announce announces app apps ask asks back bad bank best better big ' +
    'billion bln boost break bring business buy call calls chief claim claims close come company continue country cut cuts data ' +
    'deal die dies drop drops early economy end expect expects face faces fall falls family fear fight file files find finds ' +
    'fire free full future game gain gains global go good government group grow growth guide head help helps high hit hits ' +
    'hold home hope idea impact improve inch increase inside intelligence introduce introduces job join keep kill know launch ' +
    'launches law lead leader learn leave life live long look lose low man manage market mean million mln month move national ' +
    'number offer office official old open people percent plan plans play point police power premiere president pressure price ' +
    'prices product profit project public push put question raise ramp reach real reason record release releases return reveal ' +
    'reveals rise rises risk role rule run sale sales say season see seek sell series service set sets share shares show shows ' +
    'sign source sources star start state stock stop story strong study support talk talks team tech test thing top tour trade ' +
    'try turn video war warn warns way week win wins woman women work world worst')
    .split(' '),
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

/** Whether a folded word says nothing about a story's subject: a particle or a lone letter. */
export function isCommon(word: string): boolean {
  return COMMON.has(word) || (word.length === 1 && !/\p{N}/u.test(word) && !UNSPACED.test(word))
}

/** Whether a folded word is a number. */
export function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word)
}

function pairsOf(word: string): string[] {
  const points = Array.from(word)
  if (points.length < 2) return [word]
  return points.slice(1).map((point, at) => `${points[at] ?? ''}${point}`)
}
