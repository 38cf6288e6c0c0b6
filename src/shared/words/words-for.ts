import { en, type Words } from './en.ts'

const LANGUAGES: ReadonlyMap<string, Words> = new Map([['en', en]])

/** The interface's words in a BCP 47 language: its own module, that of its base language, or English. */
export function wordsFor(language: string): Words {
  return LANGUAGES.get(language) ?? LANGUAGES.get(language.split('-')[0] ?? '') ?? en
}
