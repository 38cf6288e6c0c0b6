import { cleanLine } from '../values/clean-text.ts'
import { Fields } from './field-reader.ts'
import { idOfAddress } from '../values/story-id.ts'
import { readImages } from './image-fields.ts'
import { readProvider } from './provider-field.ts'
import type { IssueCollector } from '../../issues/issue-collector.ts'
import type { SeedCoverage, SeedImageFile, SeedPlace } from '../values/seed-story.ts'
import { readAddress, readType, MAX_TITLE } from './story-fields.ts'
import { MAX_COVERAGE } from '../values/seed-story.ts'

/**
 * A seed's `related` list. An entry needs a title and an address; one without is left out with a
 * warning, as is one that repeats the address of another.
 */
export function readCoverage(fields: Fields, place: SeedPlace, files: SeedImageFile[]): SeedCoverage[] {
  const coverage = new Map<string, SeedCoverage>()
  for (const { value, path } of fields.list('related')) {
    const entry = Fields.of(value, path, fields.collector)
    const found = entry && toCoverage(entry, fields.collector, place, files)
    if (found && !coverage.has(found.id)) coverage.set(found.id, found)
  }
  if (coverage.size > MAX_COVERAGE) fields.report('related', `lists ${coverage.size} stories; the first ${MAX_COVERAGE} are kept. Remove the others.`)
  return [...coverage.values()].slice(0, MAX_COVERAGE)
}

function toCoverage(entry: Fields, report: IssueCollector, place: SeedPlace, files: SeedImageFile[]): SeedCoverage | null {
  const title = cleanLine(entry.text('title'), MAX_TITLE, report, entry.at('title'))
  const told = report.issues.length
  const url = readAddress(entry, 'warning')
  if (title === '') report.warning(entry.path, 'has no title and is left out. Give it one, or remove it.')
  // A bad address has been told as such.
  else if (url === null && report.issues.length === told) report.warning(entry.path, 'has no address and is left out. Add its webUrl, or remove it.')
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
