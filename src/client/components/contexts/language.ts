import { createContext, useContext } from 'react'
import { formatsFor, type Formats } from '../../../shared/text/dates.ts'
import type { Words } from '../../../shared/words/en.ts'
import { wordsFor } from '../../../shared/words/words-for.ts'

/** The interface's language: its texts, its date and number formats, and the time that relative dates count from. */
export interface Language {
  readonly tag: string
  readonly words: Words
  readonly formats: Formats
  /** ms since 1970. */
  readonly now: number
}

/** The texts and formats of a BCP 47 language. */
export function languageFor(tag: string, timeZone?: string): Omit<Language, 'now'> {
  const key = `${tag} ${timeZone ?? ''}`
  let language = LANGUAGES.get(key)
  if (language === undefined) LANGUAGES.set(key, (language = { tag, words: wordsFor(tag), formats: formatsFor(tag, timeZone) }))
  return language
}

/** Cached: the build renders thousands of pages. */
const LANGUAGES = new Map<string, Omit<Language, 'now'>>()

export const LanguageContext = createContext<Language>({ ...languageFor('en'), now: 0 })

export function useLanguage(): Language {
  return useContext(LanguageContext)
}
