import { isMapping, scalarOf } from '../values/mapping.ts'
import type { Mapping } from '../values/mapping.ts'

/** A name under which other tools and sites keep a field of a seed. */
interface FieldName {
  readonly name: string
  /** Whether a value under this name is meant for this field; every value that isn't empty if absent. */
  readonly accepts?: (value: unknown) => boolean
}

/** A field of a seed with all of its names. */
export interface SeedField {
  /** The name in the code, which is also the first of its names. */
  readonly field: string
  /** In order of precedence: the first name that is present and accepted wins. */
  readonly names: readonly FieldName[]
  /** What decides where several names are present, for the documentation. */
  readonly conflict: string
}

/** The names that seeds of other tools use: Jekyll, Hugo, Eleventy, Astro, Zola, Quartz, Obsidian and its web clippers. */
export const SEED_FIELDS: readonly SeedField[] = [
  field('title', ['title', 'headline', 'name'].map(textOnly), 'Without any, the first heading of the body, and then the file name, is the title.'),
  field(
    'publishedDateTime',
    [...names('publishedDateTime', 'date', 'pubDatetime', 'publishDate', 'pubDate'), { name: 'published', accepts: isNoFlag }, ...names('date_published', 'datePublished', 'created', 'created_at', 'date_created', 'date-created', 'dateCreated')],
    'A field wins over the date in the name of the file or folder; a difference of more than a day is reported. `published: true` and `false` are no dates.',
  ),
  field('updatedDateTime', names('updatedDateTime', 'updated', 'updated_at', 'lastmod', 'modDatetime', 'last_modified_at', 'dateModified', 'modified'), 'Ignored unless later than the date of publication.'),
  field('excerpt', ['excerpt', 'summary', 'description', 'deck', 'dek', 'subtitle'].map(textOnly), 'Without any, the first paragraph of the body.'),
  field('topics', names('topics'), 'If present, the only source of topics; otherwise `tags`, `tag`, `categories`, `category` and `keywords` together.'),
  field('authors', ['authors', 'author', 'byline', 'creator'].map((name) => ({ name, accepts: isNoFlag })), 'The first name wins.'),
  field('images', ['images', 'image', 'cover', 'coverImage', 'cover_image', 'hero', 'heroImage', 'featured_image', 'featuredImage', 'ogImage', 'banner', 'thumbnail', 'primary_image'].map((name) => ({ name, accepts: isNoFlag })), 'The first name wins.'),
  field('webUrl', names('webUrl'), 'Wins over `originalUrl`, `ampWebUrl`, `cdnAmpWebUrl` and the names of `source`, in this order.'),
  field('source', ['source', 'source_url', 'url', 'link', 'canonical_url', 'canonicalUrl', 'canonicalURL', 'canonical', 'original', 'original_url'].map((name) => ({ name, accepts: isAddress })), 'Read as `webUrl` if that is missing; only http(s) addresses count.'),
  field('locale', names('locale', 'lang', 'language'), 'The first name wins.'),
]

function field(name: string, ofField: readonly FieldName[], conflict: string): SeedField {
  return { field: name, names: ofField, conflict }
}

function names(...all: string[]): FieldName[] {
  return all.map((name) => ({ name }))
}

function textOnly(name: string, index: number): FieldName {
  // A wrong type under our own name is an issue; under another name, the value means something else.
  return index === 0 ? { name } : { name, accepts: (value) => typeof value === 'string' }
}

function isNoFlag(value: unknown): boolean {
  return typeof value !== 'string' || !/^(?:true|false|yes|no|on|off|[01])$/i.test(value.trim())
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(?:https?:)?\/\/[^/]/i.test(value.trim())
}

/** Other fields of a seed. */
const OTHER_FIELDS = [
  'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl', 'type', 'quality', 'heat', 'published', 'draft', 'provider', 'featuredContent', 'related', 'event', 'secured',
  'tags', 'tag', 'categories', 'category', 'keywords', 'slug', 'permalink', 'path', 'aliases', 'alias', 'redirect_from',
]

/** Every name of a field that is read from a seed. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([...SEED_FIELDS.flatMap(({ names: all }) => all.map(({ name }) => name)), ...OTHER_FIELDS])

/** A mapping whose fields have their known names: Hugo and others accept `Date` and `TITLE` for `date` and `title`. */
export function withKnownCase(mapping: Mapping): Mapping {
  const isOther = (name: string) => !KNOWN_NAMES.has(name) && KNOWN_NAMES.has(name.toLowerCase()) && !Object.hasOwn(mapping, name.toLowerCase())
  if (!Object.keys(mapping).some(isOther)) return mapping
  return Object.fromEntries(Object.entries(mapping).map(([name, value]) => [isOther(name) ? name.toLowerCase() : name, value]))
}

/** The name under which a mapping has each of `SEED_FIELDS`; null for those that it lacks. */
export type FieldNames = ReadonlyMap<string, string | null>

export function findFieldNames(mapping: Mapping): FieldNames {
  return new Map(
    SEED_FIELDS.map(({ field: name, names: all }) => {
      const present = all.find((candidate) => hasValue(mapping, candidate.name) && candidate.accepts?.(mapping[candidate.name]) !== false)
      return [name, present?.name ?? null]
    }),
  )
}

function hasValue(mapping: Mapping, name: string): boolean {
  if (!Object.hasOwn(mapping, name)) return false
  const value = mapping[name]
  if (typeof value === 'string') return scalarOf(value) !== null
  return Array.isArray(value) ? value.length > 0 || name === 'topics' : isMapping(value)
}
