import { cleanLine } from '../values/clean-text.ts'
import type { Fields } from './field-reader.ts'
import { toNames } from './name-list.ts'

const MAX_AUTHOR = 100
const MAX_AUTHORS = 20

/** The names of a story's authors, without duplicates. */
export function readAuthors(fields: Fields): string[] {
  const authors = new Set<string>()
  for (const { value, path } of fields.list('authors')) {
    for (const name of toNames(value)) {
      const author = cleanLine(name, MAX_AUTHOR, fields.collector, path)
      if (author !== '') authors.add(author)
    }
  }
  if (authors.size > MAX_AUTHORS) fields.report('authors', `lists ${authors.size} authors; only the first ${MAX_AUTHORS} are used. Remove the others.`)
  return [...authors].slice(0, MAX_AUTHORS)
}
