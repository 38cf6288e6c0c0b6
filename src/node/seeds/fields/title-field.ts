import { basename, dirname, extname } from 'node:path'
import { cleanLine } from '../values/clean-text.ts'
import type { Fields } from './field-reader.ts'
import { MAX_TITLE } from './story-fields.ts'

/**
 * A story's title: the field `title`, else the body's first heading, else the file's name. Empty only together
 * with an error.
 */
export function readTitle(fields: Fields, heading: string | null, path: string): string {
  const text = fields.text('title', 'error')
  const title = cleanLine(text, MAX_TITLE, fields.collector, fields.at('title'))
  if (/<[a-z!/]/i.test(text)) fields.report('title', 'contains HTML, which is shown as text. Remove the tags.')
  if (title !== '') return title
  const hasWrongType = text === '' && fields.value('title') !== null
  if (text !== '') fields.report('title', 'has no visible characters. Add one: title: "…".', 'error')
  if (text !== '' || hasWrongType) return ''
  return cleanLine(heading ?? '', MAX_TITLE, fields.collector, fields.at('title')) || titleOfFile(path)
}

const DATE_PREFIX = /^\d{4}[-_.]?\d{1,2}[-_.]?\d{1,2}[-_. ]+(?=.)/
const NAMELESS = /^_?(?:index|readme)$/i

/** A title from the file's name, or from the folder of an `index.md`: without extension and date, with spaces. */
function titleOfFile(path: string): string {
  const name = basename(path, extname(path))
  const folder = basename(dirname(path))
  const text = (NAMELESS.test(name) && folder !== '.' ? folder : name).replace(DATE_PREFIX, '')
  const spaced = /\s/.test(text) ? text : text.replace(/_{3}/g, ' / ').replace(/[-_]+/g, ' ').trim() || text
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
