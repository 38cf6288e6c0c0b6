import { createRequire } from 'node:module'
import { stemmerNameOf, neverThrowing, type Stem } from '../../shared/search/stemmer-names.ts'

const require = createRequire(import.meta.url)

/** The stemmer of a BCP 47 language; without one, a word is its own stem. */
export function stemmerFor(language: string): Stem {
  const name = stemmerNameOf(language)
  return name === null ? (word) => word : neverThrowing((require(`@orama/stemmers/${name}`) as { stemmer: Stem }).stemmer)
}
