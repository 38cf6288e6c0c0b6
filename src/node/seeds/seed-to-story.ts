import { toStorySlug } from '../../shared/contract/slug.ts'
import { readBody } from './body/read-body.ts'
import { cleanLine, cleanText, excerptBeyond, cleanExcerpt } from './values/clean-text.ts'
import { Fields } from './fields/field-reader.ts'
import { idOfAddress, idOfPath } from './values/story-id.ts'
import { readImages } from './fields/image-fields.ts'
import { parseIsoDate } from './values/iso-date.ts'
import type { Issue } from '../issues/issue.ts'
import type { ParsedSeed } from './parse-seed.ts'
import { readProvider } from './fields/provider-field.ts'
import { createIssueCollector } from '../issues/issue-collector.ts'
import type { SeedImageFile, SeedPlace, SeedStory } from './values/seed-story.ts'
import { MAX_TITLE, readAddress, readLanguage, readQuality, readTopics, readType } from './fields/story-fields.ts'
import { readCoverage } from './fields/related-field.ts'
import { readVideo } from './fields/video-field.ts'
import { quote } from '../issues/terminal-text.ts'

/** A validated seed with its issues. */
export interface SeedResult {
  /** Null when an issue is an error. */
  readonly story: SeedStory | null
  readonly issues: readonly Issue[]
  readonly imageFiles: readonly SeedImageFile[]
}

/**
 * Validates a parsed seed and converts it, field by field: other fields, such as `secured`, are never
 * read. Collects every issue, also after an error.
 */
export async function seedToStory(parsed: ParsedSeed, place: SeedPlace): Promise<SeedResult> {
  const collector = createIssueCollector(parsed.file, parsed.locate)
  const fields = new Fields(parsed.data, [], collector)
  const imageFiles: SeedImageFile[] = []
  const title = readTitle(fields)
  reportReservedNames(fields)
  const url = readAddress(fields, 'error')
  const published = readPublished(fields, place.path)
  const updated = fields.date('updatedDateTime', 'error')
  const type = readType(fields)
  const body = await readBody(parsed.body, parsed.file, parsed.bodyLine)
  const id = url === null ? idOfPath(place.path) : idOfAddress(url)
  const story: SeedStory = {
    path: place.path,
    id,
    slug: toStorySlug(title, id),
    url,
    title,
    excerpt: excerptBeyond(title, cleanExcerpt(cleanText(fields.text('excerpt')))),
    published,
    updated: updated !== null && updated > published ? updated : null,
    provider: readProvider(fields, url),
    type,
    topics: readTopics(fields),
    images: readImages(fields, title, place, imageFiles),
    video: await readVideo(fields, type === 'video', url),
    heat: fields.number('heat') ?? 0,
    quality: readQuality(fields),
    unpublished: fields.flag('published') === false,
    language: readLanguage(fields),
    bodyHtml: body.html,
    coverage: readCoverage(fields, place, imageFiles),
  }
  const issues = [...collector.issues, ...body.issues]
  return issues.some(({ severity }) => severity === 'error') ? { story: null, issues, imageFiles: [] } : { story, issues, imageFiles }
}

/** Empty only together with an error. */
function readTitle(fields: Fields): string {
  const text = fields.text('title', 'error')
  const title = cleanLine(text, MAX_TITLE, fields.collector, fields.at('title'))
  const hasWrongType = text === '' && fields.value('title') !== null
  if (title === '' && !hasWrongType) fields.report('title', `${text === '' ? 'is missing' : 'has no visible characters'}. Add one: title: "…".`, 'error')
  if (/<[a-z!/]/i.test(text)) fields.report('title', 'contains HTML, which is shown as text. Remove the tags.')
  return title
}

/** Reports names that have a meaning in JavaScript: no seed has such a field by accident. They have no effect here. */
function reportReservedNames(fields: Fields): void {
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    if (fields.value(name) !== null) fields.report(name, 'is not a field of a seed and is ignored. Remove it.')
  }
}

/** `publishedDateTime`, else the date at the beginning of the file's name. Empty only together with an error. */
function readPublished(fields: Fields, path: string): string {
  const before = fields.collector.issues.length
  const field = fields.date('publishedDateTime', 'error')
  if (field !== null) return field
  if (fields.collector.issues.slice(before).some(({ severity }) => severity === 'error')) return ''
  const named = /^\d{4}-\d\d-\d\d(?=-)/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0]
  if (named === undefined) {
    fields.report('publishedDateTime', 'is missing. Add the date: publishedDateTime: 2020-05-20T08:07:00Z, or begin the file name with 2020-05-20-.', 'error')
    return ''
  }
  const date = parseIsoDate(named)
  if ('iso' in date) return date.iso
  fields.report('publishedDateTime', `is missing, and ${quote(named)} at the beginning of the file name is not a date: ${date.problem}`, 'error')
  return ''
}
