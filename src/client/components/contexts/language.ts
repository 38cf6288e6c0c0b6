import { createContext, useContext } from 'react'
import { formatsFor, type Formats } from '../../../shared/text/dates.ts'
import type { Words } from '../../../shared/words/en.ts'
import { wordsFor } from '../../../shared/words/words-for.ts'

/** The interface's language: its words, how it writes dates and numbers, and the time it tells them from. */
export interface Language {
  readonly tag: string
  readonly words: Words
  readonly formats: Formats
  /** ms since 1970. */
  readonly now: number
}

/** Everything a BCP 47 language brings but the time. */
export function languageFor(tag: string): Omit<Language, 'now'> {
  let language = LANGUAGES.get(tag)
  if (language === undefined) LANGUAGES.set(tag, (language = { tag, words: wordsFor(tag), formats: formatsFor(tag) }))
  return language
}

/** Made once each: the build renders thousands of pages. */
const LANGUAGES = new Map<string, Omit<Language, 'now'>>()

export const LanguageContext = createContext<Language>({ ...languageFor('en'), now: 0 })

export function useLanguage(): Language {
  return useContext(LanguageContext)
}
