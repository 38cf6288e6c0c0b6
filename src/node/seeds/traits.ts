import type { FieldNames } from './fields/field-names.ts'
import type { Mapping } from './values/mapping.ts'

/** What a build reports about all seeds together: which tool they come from, and what was left out of them. */
export interface SeedTraits {
  /** The tool that the seed was written for; null when unknown. */
  readonly tool: string | null
  /** Names under which other tools keep their fields, as far as the seed has them. */
  readonly fieldNames: readonly string[]
  /** Kinds of template tags that were left out of the body. */
  readonly removedTags: readonly string[]
}

export const NO_TRAITS: SeedTraits = { tool: null, fieldNames: [], removedTags: [] }

/** What the tools are recognised by, in this order: fields, paths, and what only they know in a body. */
const TOOLS: readonly (readonly [tool: string, fields: RegExp, path: RegExp, body: RegExp])[] = [
  ['Jekyll posts', /^(?:redirect_from|lastModifiedAt)$/, /(?:^|\/)_(?:posts|drafts)\//, /\{% *(?:post_url|include_relative|link) /],
  ['Astro posts', /^(?:pubDatetime|pubDate|modDatetime|heroImage|coverImage)$/, /(?:^|\/)src\/content\//, /^import .* from ['"]astro/m],
  ['Hugo pages', /^(?:lastmod|publishDate|expiryDate|linkTitle)$/, /(?:^|\/)(?:_index\.md$|archetypes\/)/, /\{\{[<%]/],
  ['Eleventy posts', /^(?:eleventy\w+|templateEngineOverride)$/, /(?:^|\/)(?:_includes|_data)\//, /\{% *(?:image|asset|renderTemplate)|\| *url *\}\}/],
  ['web clippings', /^(?:source|sourceUrl|dateSaved|clipped)$/, /(?:^|\/)clippings\//i, /^## Highlights first synced by \[\[Readwise/m],
  ['Logseq pages', /^(?!)/, /(?:^|\/)journals\//, /^[ \t]+[a-z][\w-]*:: /m],
  ['Obsidian notes', /^(?:aliases|cssclass|cssclasses|created)$/, /(?:^|\/)(?:vault|obsidian)\//i, /\[\[[^[\]\n]{1,200}\]\]/],
]

/** The traits of a seed's front matter and body; `removedTags` come from its body. */
export function traitsOf(data: Mapping, path: string, names: FieldNames, isToml: boolean, body: string, removedTags: readonly string[]): SeedTraits {
  const own = [...names].filter(([field, name]) => name !== null && name !== field).map(([, name]) => name ?? '')
  const fieldNames = [...new Set([...own, ...TAGS.filter((tag) => names.get('topics') === null && Object.hasOwn(data, tag))])]
  const keys = Object.keys(data)
  const known = TOOLS.find(([, fields, paths]) => paths.test(path) || keys.some((key) => fields.test(key))) ?? TOOLS.find(([, , , inBody]) => inBody.test(body))
  const tool = isToml && known?.[0] !== 'Hugo pages' ? 'Zola pages' : fieldNames.length > 0 ? (known?.[0] ?? null) : null
  return { tool, fieldNames, removedTags }
}

const TAGS = ['tags', 'categories', 'category', 'keywords', 'labels']
