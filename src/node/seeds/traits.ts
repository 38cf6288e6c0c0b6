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

/** Fields and paths by which the tools are recognised, in this order. */
const TOOLS: readonly (readonly [tool: string, fields: RegExp, path: RegExp])[] = [
  ['Jekyll posts', /^(?:redirect_from|last_modified_at)$/, /(?:^|\/)_(?:posts|drafts)\//],
  ['Astro posts', /^(?:pubDatetime|pubDate|modDatetime|heroImage|coverImage)$/, /(?:^|\/)src\/content\//],
  ['Hugo pages', /^(?:lastmod|publishDate|featured_image|expiryDate|linkTitle)$/, /(?:^|\/)(?:_index\.md$|archetypes\/)/],
  ['Eleventy posts', /^(?:eleventy\w+|templateEngineOverride)$/, /(?:^|\/)(?:_includes|_data)\//],
  ['web clippings', /^(?:source|source_url|date_saved|clipped)$/, /(?:^|\/)clippings\//i],
  ['Obsidian notes', /^(?:aliases|cssclass|cssclasses|created)$/, /(?:^|\/)(?:vault|obsidian)\//i],
]

/** The traits of a seed's front matter; `removedTags` come from its body. */
export function traitsOf(data: Mapping, path: string, names: FieldNames, isToml: boolean, removedTags: readonly string[]): SeedTraits {
  const own = [...names].filter(([field, name]) => name !== null && name !== field).map(([, name]) => name ?? '')
  const fieldNames = [...new Set([...own, ...TAGS.filter((tag) => names.get('topics') === null && Object.hasOwn(data, tag))])]
  const keys = Object.keys(data)
  const isHugo = removedTags.some((tag) => /^\{\{[<%]/.test(tag))
  const known = TOOLS.find(([, fields, paths]) => paths.test(path) || keys.some((key) => fields.test(key)))?.[0] ?? null
  const tool = isHugo ? 'Hugo pages' : isToml ? 'Zola pages' : fieldNames.length > 0 ? known : null
  return { tool, fieldNames, removedTags }
}

const TAGS = ['tags', 'categories', 'category', 'keywords']
