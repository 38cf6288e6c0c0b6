import { DAY_MS } from '../../../shared/text/durations.ts'
import type { Fields } from './field-reader.ts'
import { readAliases } from './alias-fields.ts'
import { fallbackDate } from '../values/fallback-date.ts'
import { findDateInPath, parseDate } from '../values/parse-date.ts'
import type { SeedPlace } from '../values/seed-story.ts'
import { quote } from '../../issues/terminal-text.ts'


/**
 * When a story was published: its field, else the date in the names of its file and folders, else the date in an
 * address of its own site, else what the option `undated` says. Null without any, or together with an error: an
 * invalid field is an error unless the path has a date.
 */
export function readPublished(fields: Fields, place: SeedPlace): string | null {
  const inPath = findDateInPath(place.path)
  const named = inPath === undefined ? null : parseDate(inPath)
  const before = fields.collector.issues.length
  const field = fields.date('publishedDateTime', named !== null && 'iso' in named ? 'warning' : 'error')
  if (fields.collector.issues.slice(before).some(({ severity }) => severity === 'error')) return null
  if (field !== null) {
    if (named !== null && 'iso' in named && Math.abs(Date.parse(field) - Date.parse(named.iso)) >= 2 * DAY_MS) {
      fields.report('publishedDateTime', `is ${field.slice(0, 10)}, but the file is named ${inPath}. The field is used; correct the wrong one.`)
    }
    return field
  }
  if (named !== null && 'iso' in named) return named.iso
  if (named !== null) fields.report('publishedDateTime', `is missing, and ${quote(inPath ?? '')} in the file's path is not a date: ${named.problem}`)
  for (const text of readAliases(fields)) {
    const date = parseDate(findDateInPath(text) ?? '')
    if ('iso' in date) return date.iso
  }
  return fields.date('updatedDateTime', 'warning') ?? fallbackDate(place)
}
