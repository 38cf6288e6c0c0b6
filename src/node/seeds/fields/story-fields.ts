import type { StoryType } from '../../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../../shared/contract/slug.ts'
import { cleanLine } from '../values/clean-text.ts'
import { typeName, type Fields, type Severity } from './field-reader.ts'
import { scalarOf } from '../values/mapping.ts'
import { memoize } from '../../lib/memoize.ts'
import { distance } from 'fastest-levenshtein'
import { toNames } from './name-list.ts'
import type { FieldPath } from '../../issues/issue-collector.ts'
import { quote } from '../../issues/terminal-text.ts'
import { toVideo } from './video-field.ts'
import { MAX_TOPICS } from '../values/seed-story.ts'

/** Longest title and topic name, in code points; longer ones are cut and end in `…`. */
export const MAX_TITLE = 500
const MAX_TOPIC = 80

const slugOf = memoize(toTopicSlug)
const canonicalLocale = memoize((tag) => Intl.getCanonicalLocales(tag)[0] ?? null)

const REMEDY = "Remove it, or give the story's address."

/**
 * A story's canonical address: `webUrl`, else `originalUrl`, else an AMP address, else the names of `source`. `severity` is that of an
 * invalid `webUrl` or `originalUrl`. An AMP address is read only where there is no other; an invalid one is
 * a warning.
 */
export function readAddress(fields: Fields, severity: Severity): string | null {
  const own = fields.address('webUrl', severity, REMEDY)
  const original = fields.address('originalUrl', severity, REMEDY)
  if (own !== null || original !== null) return own ?? original
  return fields.address('ampWebUrl', 'warning', REMEDY) ?? fields.address('cdnAmpWebUrl', 'warning', REMEDY) ?? fields.address('source', 'warning', REMEDY)
}

/** `article` unless the field says `video`, or a clipping's `source` is a page of YouTube or Vimeo. */
export function readType(fields: Fields, url: string | null = null): StoryType {
  const text = fields.text('type')
  const isClip = text === '' && url !== null && fields.value('webUrl') === null && fields.value('source') !== null
  if (isClip && toVideo(new URL(url)).playerUrl !== null) return 'video'
  const type = text.toLowerCase()
  if (type === 'article' || type === 'video') return type
  // Other tools have types of their own, such as note or book; only a misspelt type is reported.
  const similar = ['article', 'video'].find((name) => distance(type, name) <= 2)
  if (similar !== undefined) fields.report('type', `${quote(text)} is not a type of story. Did you mean ${similar}?`)
  return 'article'
}

/**
 * Topic names without duplicates: spellings with the same slug are one topic, named by the first. Without the
 * field `topics`, the names come from the tags and categories of other tools, or else are `bodyTags`.
 */
export function readTopics(fields: Fields, bodyTags: readonly string[]): string[] {
  const topics = new Map<string, string>()
  const add = (text: string, path: FieldPath) => {
    const name = cleanLine(text, MAX_TOPIC, fields.collector, path)
    const slug = slugOf(name)
    if (slug === '') fields.collector.warning(path, `${quote(text)} has no letter or digit and is ignored. Give the topic a name.`)
    else if (!topics.has(slug)) topics.set(slug, name)
  }
  for (const { value, path } of fields.list('topics')) {
    if (value !== null && typeof value !== 'string') fields.collector.warning(path, `is ${typeName(value)}, but must be the name of a topic. Write a single text.`)
    else if (value !== null && scalarOf(value) !== null) add(value, path)
  }
  if (fields.value('topics') === null) {
    for (const field of TAG_FIELDS) for (const name of splitTags(field, fields.value(field))) add(name, fields.at(field))
    if (topics.size === 0) for (const name of bodyTags) add(name, fields.at('tags'))
  }
  if (topics.size > MAX_TOPICS) fields.report('topics', `lists ${topics.size} topics; only the first ${MAX_TOPICS} are used. Remove the others.`)
  return [...topics.values()].slice(0, MAX_TOPICS)
}

/** Fields that are topics where `topics` is missing. */
const TAG_FIELDS = ['tags', 'tag', 'categories', 'category', 'keywords', 'labels']

/** Names in a field of tags. A text may list them with commas, and in `tags` and `categories` with spaces, as in Jekyll. */
function splitTags(field: string, value: unknown): string[] {
  if (typeof value !== 'string') return toNames(value)
  if (value.includes('[[')) return (value.match(/\[\[[^\]]*\]\]|[^,;]+/g) ?? []).flatMap(toNames)
  const separator = /[,;]/.test(value) ? /[,;]/ : field === 'tags' || field === 'categories' ? /\s+/ : /$/
  return value.split(separator).flatMap(toNames)
}

/** The event that the seed puts its story into, as a slug, so that spellings don't matter; null when absent. */
export function readEvent(fields: Fields): string | null {
  // Other tools keep flags and mappings under this name.
  if (typeof fields.value('event') !== 'string') return null
  const text = fields.text('event')
  const slug = slugOf(cleanLine(text, MAX_TOPIC, fields.collector, fields.at('event')))
  if (text !== '' && slug === '') fields.report('event', `${quote(text)} has no letter or digit and is ignored. Give the event a name, or write none.`)
  return slug === '' ? null : slug
}

/** As in Hugo: `index.fr.md`, or a folder `content/fr/`. Not `content/it/`, which may be about computers. */
const IN_PATH = /\.([a-z]{2}(?:-[a-z]{2,4})?)\.\w+$|(?:^|\/)(?:content|i18n)\/(?!it\/)([a-z]{2}(?:-[a-z]{2,4})?)\//i
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * The story's language as a canonical BCP 47 tag (`en-US`, also written `en_US`), from its field or else from its
 * path; null when absent.
 */
export function readLanguage(fields: Fields, path: string): string | null {
  const text = fields.text('locale')
  if (text === '') {
    const [, ofFile, ofFolder = ''] = IN_PATH.exec(path) ?? []
    const tag = ofFile ?? ofFolder
    return tag !== '' && languageNames.of(tag.slice(0, 2)) !== undefined ? canonicalLocale(tag) : null
  }
  try {
    return canonicalLocale(text.replaceAll('_', '-'))
  } catch {
    fields.report('locale', `${quote(text)} is not a language tag. Write one such as en or en-US.`)
    return null
  }
}

/** A number from 0 to 200; 0 when absent. Numbers outside are clamped. */
export function readQuality(fields: Fields): number {
  const quality = fields.number('quality') ?? 0
  const clamped = Math.min(200, Math.max(0, quality))
  if (clamped !== quality) fields.report('quality', `${quality} is outside 0 to 200 and is read as ${clamped}.`)
  return clamped
}
