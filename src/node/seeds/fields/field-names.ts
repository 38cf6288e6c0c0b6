import { isMapping, scalarOf, type Mapping } from '../values/mapping.ts'

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
    [
      ...names('publishedDateTime', 'date', 'pubDatetime', 'publishDate', 'pubDate', 'publishedAt', 'publishedOn', 'publicationDate', 'datePublished', 'postDate', 'posted'),
      { name: 'published', accepts: isNoFlag },
      ...names('created', 'createdAt', 'createdOn', 'dateCreated', 'creationDate', 'dateSaved', 'savedAt', 'dateAdded', 'added', 'clipped', 'timestamp'),
    ],
    'A field wins over the date in the name of the file or folder; a difference of more than a day is reported. `published: true` and `false` are no dates. Where nothing else has a date, that of the last change is used.',
  ),
  field('updatedDateTime', names('updatedDateTime', 'updated', 'updatedAt', 'updatedDate', 'lastmod', 'modDatetime', 'lastModifiedAt', 'lastModified', 'lastUpdated', 'dateModified', 'modified', 'modifiedAt'), 'Ignored unless later than the date of publication.'),
  field('excerpt', ['excerpt', 'summary', 'description', 'deck', 'dek', 'subtitle', 'abstract', 'standfirst', 'lead', 'lede', 'intro', 'metaDescription'].map(textOnly), 'Without any, the first paragraph of the body.'),
  field('topics', names('topics'), 'If present, the only source of topics; otherwise `tags`, `tag`, `categories`, `category`, `keywords` and `labels` together.'),
  field('authors', ['authors', 'author', 'byline', 'creator', 'creators', 'writer'].map((name) => ({ name, accepts: isNoFlag })), 'The first name wins.'),
  field(
    'images',
    [
      ...['images', 'image', 'cover', 'coverImage', 'hero', 'heroImage', 'featuredImage', 'featureImage', 'ogImage', 'socialImage', 'banner', 'bannerImage', 'headerImage', 'thumbnail', 'thumb', 'primaryImage', 'imageUrl', 'img', 'photo', 'teaser'].map((name) => ({ name, accepts: isNoFlag })),
      { name: 'header', accepts: isMapping },
    ],
    'The first name wins.',
  ),
  field('webUrl', names('webUrl'), 'Wins over `originalUrl`, `ampWebUrl`, `cdnAmpWebUrl` and the names of `source`, in this order.'),
  field('source', ['source', 'sourceUrl', 'url', 'link', 'canonicalUrl', 'canonical', 'original', 'originalLink', 'externalUrl', 'articleUrl'].map((name) => ({ name, accepts: isAddress })), 'Read as `webUrl` if that is missing; only http(s) addresses count.'),
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
  'tags', 'tag', 'categories', 'category', 'keywords', 'labels', 'slug', 'permalink', 'path', 'aliases', 'alias', 'redirect_from',
]

/** Every name of a field that is read from a seed. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([...SEED_FIELDS.flatMap(({ names: all }) => all.map(({ name }) => name)), ...OTHER_FIELDS])

/** Mappings in which Zola and Hugo keep fields of their own. */
const CONTAINERS = ['taxonomies', 'extra', 'params']

/** The names of other tools, by their letters: `cover_image`, `cover-image` and `CoverImage` are `coverImage`. Newsfold's own are exact. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map([
  ...SEED_FIELDS.flatMap(({ names: [, ...others] }) => others.map(({ name }) => name)),
  'title', 'authors', 'images', 'excerpt', 'source', 'draft', 'slug', 'permalink', 'aliases', 'redirect_from', 'tags', 'tag', 'categories', 'category', 'keywords', 'labels', 'language',
].map((name) => [lettersOf(name), name]))

/** A name in lower case, without what separates its words. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

/** A mapping whose fields have their known names, also those that another tool keeps in a mapping of its own. */
export function withKnownNames(mapping: Mapping): Mapping {
  const known: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const add = (fields: Mapping, isOwn: boolean) => {
    for (const [name, value] of Object.entries(fields)) {
      const found = KNOWN_NAMES.has(name) ? name : (BY_LETTERS.get(lettersOf(name)) ?? name)
      const target = found !== name && Object.hasOwn(mapping, found) ? name : found
      if (isOwn || (KNOWN_NAMES.has(target) && !(target in known))) known[target] = value
    }
  }
  add(mapping, true)
  for (const container of CONTAINERS) {
    const inner = Object.hasOwn(mapping, container) ? mapping[container] : null
    if (isMapping(inner)) add(inner, false)
  }
  return known
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
