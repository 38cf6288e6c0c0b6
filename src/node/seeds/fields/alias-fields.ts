import type { Fields } from './field-reader.ts'
import { toNames } from './name-list.ts'

const MAX_ALIASES = 50
const MAX_LENGTH = 500

/** Fields with names and addresses that the story has, or had, on its own site. */
const ALIAS_FIELDS = ['permalink', 'path', 'url', 'slug', 'aliases', 'alias', 'redirect_from']

/** Other names and addresses of a story, without duplicates; web addresses and template tags are none. */
export function readAliases(fields: Fields): string[] {
  const all = ALIAS_FIELDS.flatMap((name) => toNames(fields.value(name)))
  return [...new Set(all)].filter((alias) => alias.length <= MAX_LENGTH && !/^[a-z]+:|^\/\/|[{}\p{Cc}]/iu.test(alias)).slice(0, MAX_ALIASES)
}
