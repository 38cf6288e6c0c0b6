import { toStorySlug } from '../../shared/contract/slug.ts'
import type { FindImage } from './body/sanitize.ts'
import { findImage } from './values/local-image.ts'
import { findBodyTags, findHeading } from './body/heading.ts'
import { readBody } from './body/read-body.ts'
import { cleanExcerpt, cleanText, excerptBeyond, repeatsBeginning, repeatsTitle } from './values/clean-text.ts'
import { readAliases } from './fields/alias-fields.ts'
import { readAuthors } from './fields/author-field.ts'
import { findFieldNames } from './fields/field-names.ts'
import { Fields } from './fields/field-reader.ts'
import { idOfAddress, idOfPath } from './values/story-id.ts'
import { readImages } from './fields/image-fields.ts'
import type { Issue } from '../issues/issue.ts'
import { createIssueCollector } from '../issues/issue-collector.ts'
import type { ParsedSeed } from './parse-seed.ts'
import { parseDate } from './values/parse-date.ts'
import { readProvider } from './fields/provider-field.ts'
import { readPublished } from './fields/published-field.ts'
import type { SeedImageFile, SeedPlace, SeedStory } from './values/seed-story.ts'
import { readAddress, readEvent, readLanguage, readQuality, readTopics, readType } from './fields/story-fields.ts'
import { readCoverage } from './fields/related-field.ts'
import { reportUnknownFields } from './fields/unknown-fields.ts'
import { readTitle } from './fields/title-field.ts'
import { parseWebAddress } from './values/web-address.ts'
import { traitsOf, type SeedTraits } from './traits.ts'
import { readVideo, toVideo } from './fields/video-field.ts'

/** A validated seed with its issues. */
export interface SeedResult {
  /** Null when an issue is an error, or the seed has no date. */
  readonly story: SeedStory | null
  readonly issues: readonly Issue[]
  readonly imageFiles: readonly SeedImageFile[]
  readonly traits: SeedTraits
}

/**
 * Validates a parsed seed and converts it, field by field: other fields, such as `secured`, are never
 * read. Collects every issue, also after an error.
 */
export async function seedToStory(parsed: ParsedSeed, place: SeedPlace): Promise<SeedResult> {
  const collector = createIssueCollector(parsed.file, parsed.locate)
  const names = findFieldNames(parsed.data)
  const fields = new Fields(parsed.data, [], collector, place.options.dates, names)
  const imageFiles: SeedImageFile[] = []
  const heading = findHeading(parsed.body)
  const title = readTitle(fields, heading?.text ?? null, place.path)
  reportUnknownFields(parsed.data, fields)
  const url = readAddress(fields, 'error')
  const published = readPublished(fields, place)
  const updated = published === null ? null : fields.date('updatedDateTime', 'warning')
  const type = readType(fields, url)
  const isTitle = heading !== null && (fields.value('title') === null || (heading.isFirst && repeatsTitle(heading.text, title)))
  const body = await readBody({
    body: isTitle ? heading.rest : parsed.body,
    file: parsed.file,
    firstLine: parsed.bodyLine,
    isMdx: place.path.endsWith('.mdx'),
    findImage: (source) => findBodyImage(place, source, imageFiles),
  })
  const ownExcerpt = excerptBeyond(title, cleanExcerpt(cleanText(fields.text('excerpt'))))
  const excerpt = ownExcerpt || cleanText(body.excerpt)
  const id = url === null ? idOfPath(place.path) : idOfAddress(url)
  const story: Omit<SeedStory, 'published' | 'updated'> = {
    path: place.path,
    id,
    slug: toStorySlug(title, id),
    url,
    title,
    excerpt,
    isExcerptOfBody: repeatsBeginning(excerpt, body.excerpt),
    provider: readProvider(fields, url),
    authors: readAuthors(fields),
    type,
    topics: readTopics(fields, findBodyTags(parsed.body)),
    images: readImages(fields, title, place, imageFiles),
    video: await readVideo(fields, type === 'video', url),
    heat: fields.number('heat') ?? 0,
    quality: readQuality(fields),
    unpublished: isUnpublished(fields),
    // Read-later services mark the articles that they export as drafts.
    draft: url === null && fields.flag('draft') === true,
    language: readLanguage(fields, place.path),
    event: readEvent(fields),
    aliases: readAliases(fields),
    bodyHtml: body.html,
    coverage: readCoverage(fields, place, imageFiles),
  }
  const issues = [...collector.issues, ...body.issues]
  const traits = traitsOf(parsed.data, place.path, names, parsed.format === 'toml', parsed.body, body.removedTags)
  if (published === null || issues.some(({ severity }) => severity === 'error')) return { story: null, issues, imageFiles: [], traits }
  return { story: { ...story, published, updated: updated !== null && updated > published ? updated : null }, issues, imageFiles, traits }
}

/** An image of the body. A file's address starts at the story's page, so that it works wherever the site is published. */
function findBodyImage(place: SeedPlace, source: string, files: SeedImageFile[]): ReturnType<FindImage> {
  const address = parseWebAddress(source)
  // Obsidian and its clipper embed videos like images.
  if ('url' in address) return toVideo(address.url).playerUrl === null ? { url: address.url.href, size: null } : { link: address.url.href }
  const found = findImage(place, source, files)
  return 'problem' in found ? found : { ...found, url: `../../${found.url}` }
}

/** Whether the seed says `published: false`. In other tools, `published` may be a date. */
function isUnpublished(fields: Fields): boolean {
  const value = fields.value('published')
  const isDate = typeof value === 'string' && 'iso' in parseDate(value)
  return !isDate && fields.flag('published') === false
}
