import { cleanLine } from '../values/clean-text.ts'
import type { Fields } from './field-reader.ts'
import { idOfAddress } from '../values/story-id.ts'
import { readImages } from './image-fields.ts'
import { readProvider } from './provider-field.ts'
import { MAX_COVERAGE, type SeedCoverage, type SeedImageFile, type SeedPlace } from '../values/seed-story.ts'
import { readAddress, readType, MAX_TITLE } from './story-fields.ts'
import { isMapping } from '../values/mapping.ts'

/**
 * A seed's `related` list. An entry without title or address is left out with a warning; one with the
 * address of an earlier entry is left out.
 */
export function readCoverage(fields: Fields, place: SeedPlace, files: SeedImageFile[]): SeedCoverage[] {
  const coverage = new Map<string, SeedCoverage>()
  const entries = fields.list('related')
  // Other tools list names of notes under `related`.
  if (!entries.some(({ value }) => isMapping(value))) return []
  for (const { value, path } of entries) {
    const entry = fields.child(value, path)
    const found = entry && toCoverage(entry, place, files)
    if (found && !coverage.has(found.id)) coverage.set(found.id, found)
  }
  if (coverage.size > MAX_COVERAGE) fields.report('related', `lists ${coverage.size} stories; only the first ${MAX_COVERAGE} are used. Remove the others.`)
  return [...coverage.values()].slice(0, MAX_COVERAGE)
}

function toCoverage(entry: Fields, place: SeedPlace, files: SeedImageFile[]): SeedCoverage | null {
  const { collector } = entry
  const title = cleanLine(entry.text('title'), MAX_TITLE, collector, entry.at('title'))
  const before = collector.issues.length
  const url = readAddress(entry, 'warning')
  if (title === '') collector.warning(entry.path, 'has no title and is ignored. Add one, or remove the entry.')
  // An invalid address is reported already.
  else if (url === null && collector.issues.length === before) collector.warning(entry.path, 'has no address and is ignored. Add its webUrl, or remove the entry.')
  if (title === '' || url === null) return null
  const images = readImages(entry, title, place, files)
  return {
    id: idOfAddress(url),
    url,
    title,
    published: entry.date('publishedDateTime', 'warning'),
    provider: readProvider(entry, url),
    image: images[0] ?? null,
    type: readType(entry),
  }
}
