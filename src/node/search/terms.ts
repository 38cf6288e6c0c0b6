import { encodeAscending, encodeNumbers, NumberWriter } from '../../shared/search/varint.ts'
import { FIELDS, TITLE_LENGTH_CLASSES, TITLE_POSITIONS } from '../../shared/search/ranking.ts'
import type { Stem } from '../../shared/search/stemmer-names.ts'
import { appendTo } from '../lib/collections.ts'
import type { Occurrences, WordLog } from './word-log.ts'

/** A key of a term shard with its data. */
export interface Term {
  readonly key: string
  /** Number of stories that have it. */
  readonly count: number
  readonly stories: string
  readonly titles: string
  readonly wordPositions: string
  /** The words whose stem it is; null if that is only itself or none. */
  readonly forms: readonly string[] | null
  readonly name: string | null
}

/** A topic, provider or type with its story positions. */
export interface FacetTerm {
  readonly key: string
  readonly name: string | null
  readonly positions: readonly number[]
}

/** Yields all terms in code unit order. Adds to `frequencies` the number of stories that contain each word. */
export function* toTerms(log: WordLog, facets: readonly FacetTerm[], stems: readonly Stem[], frequencies: Map<string, number>): Generator<Term> {
  const numbers = new Map(log.words.map((word, number) => [word, number]))
  const forms = groupForms(log, stems)
  const facetTerms = new Map(facets.map((facet) => [facet.key, facet]))
  const keys = [...new Set([...facetTerms.keys(), ...log.words, ...forms.keys()])].sort()
  const occurrences = log.sorted()
  for (const key of keys) {
    const facet = facetTerms.get(key)
    if (facet !== undefined) {
      yield { key, count: facet.positions.length, stories: encodeAscending(facet.positions), titles: '', wordPositions: '', forms: null, name: facet.name }
      continue
    }
    const number = numbers.get(key)
    const postings = number === undefined ? NO_POSTINGS : encodeWord(occurrences(number), log.titleClasses)
    if (number !== undefined) frequencies.set(key, (frequencies.get(key) ?? 0) + postings.count)
    yield { key, ...postings, forms: forms.get(key) ?? null, name: null }
  }
}

/** Words by their stems, in code unit order; without stems of no word but themselves. */
function groupForms({ words, wordLanguages }: WordLog, stems: readonly Stem[]): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  words.forEach((word, number) => {
    const languages = wordLanguages[number] ?? 0
    // Its stems in the languages of its stories; and a word that is a stem in any language is found as such.
    const roots = stems.map((stem, language) => ({ root: stem(word), isOwn: (languages & (1 << language)) !== 0 })).filter(({ root, isOwn }) => isOwn || root === word)
    for (const root of new Set(roots.map(({ root }) => root))) appendTo(forms, root, word)
  })
  for (const [root, group] of forms) {
    if (group.length === 1 && group[0] === root) forms.delete(root)
    else group.sort()
  }
  return forms
}

type Postings = Pick<Term, 'count' | 'stories' | 'titles' | 'wordPositions'>
const NO_POSTINGS: Postings = { stories: '', titles: '', wordPositions: '', count: 0 }

const positionWriter = new NumberWriter()

/** The postings of one word, split by field, and its positions. */
function encodeWord({ stories, values }: Occurrences, titleClasses: readonly number[]): Postings {
  const lists: number[][] = FIELDS.map(() => [])
  const titles: number[] = []
  let [count, lastStory, lastPosition] = [0, -1, 0]
  for (let at = 0; at < stories.length; at++) {
    const [story = 0, value = 0] = [stories[at], values[at]]
    if (story !== lastStory) {
      // A story's fields come in the order of `FIELDS`: the first is the best.
      lists[value & 7]?.push(story)
      if ((value & 7) === 0) titles.push(((value >> 3) % TITLE_POSITIONS) * TITLE_LENGTH_CLASSES + (titleClasses[story] ?? 0))
      count++
      lastPosition = 0
    }
    const position = value >> 3
    positionWriter.write((position - lastPosition) * 2 + (stories[at + 1] === story ? 0 : 1))
    ;[lastStory, lastPosition] = [story, position]
  }
  return {
    stories: lists.map(encodeAscending).join('.').replace(/\.+$/, ''),
    titles: encodeNumbers(titles),
    wordPositions: positionWriter.take(),
    count,
  }
}
