import { countValues } from '../lib/collections.ts'
import { stemmerFor } from '../lib/stemmer.ts'
import { primaryLanguage } from '../stories/primary-language.ts'
import { stemmerNameOf, type Stem } from '../../shared/search/stemmer-names.ts'
import type { IndexInput } from './indexed-story.ts'

/** Each language costs who searches the download of its stemmer: at most so many besides the site's, of at least this share of the stories. */
const MAX_LANGUAGES = 4
const MIN_SHARE = 0.005

/** The languages whose stemmers an index uses. */
export interface StemmedLanguages {
  /** Besides the site's, in code unit order. */
  readonly languages: readonly string[]
  /** The site's stemmer, then those of `languages`. */
  readonly stems: readonly Stem[]
  /** For each story the index of its stemmer in `stems`. A language without one has the site's. */
  readonly ofStories: readonly number[]
}

/** Chooses the languages: the most frequent ones. */
export function toStemmedLanguages({ stories, language }: Pick<IndexInput, 'stories' | 'language'>): StemmedLanguages {
  const codes = stories.map((story) => primaryLanguage(story.language ?? language))
  const languages = [...countValues(codes)]
    .filter(([code, count]) => code !== primaryLanguage(language) && stemmerNameOf(code) !== null && count >= stories.length * MIN_SHARE)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_LANGUAGES)
    .map(([code]) => code)
    .sort()
  return { languages, stems: [language, ...languages].map(stemmerFor), ofStories: codes.map((code) => languages.indexOf(code) + 1) }
}
