import type { BuildReport } from '../bundle/build-bundle.ts'
import { escapeInvisible, quote } from '../issues/terminal-text.ts'
import { countValues } from '../lib/collections.ts'
import type { TopicVariants } from '../stories/topic-variants.ts'

/** Most names in one line. */
const NAMED = 8

/** Which tool the seeds come from and which of its fields were read, in one line; null for seeds of Newsfold alone. */
export function formatOrigin({ traits }: BuildReport): string | null {
  const foreign = traits.filter(({ tool, fieldNames }) => tool !== null || fieldNames.length > 0)
  if (foreign.length === 0) return null
  // Many posts have nothing that only their tool knows; one that clearly leads stands for all.
  const [first, second] = byFrequency(foreign.flatMap((seed) => seed.tool ?? []))
  const [tool, count] = first ?? ['', 0]
  const origin = first !== undefined && count * 5 >= foreign.length && count > (second?.[1] ?? 0) * 2 ? `as ${tool}` : 'with the field names of other tools'
  const names = byFrequency(foreign.flatMap(({ fieldNames }) => fieldNames)).map(([name]) => name)
  return `Read ${foreign.length} ${foreign.length === 1 ? 'file' : 'files'} ${origin}${names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}`}.`
}

/** The kinds of template tags that were left out of the bodies, in one line; null when there were none. */
export function formatRemovedTags({ traits }: BuildReport): string | null {
  const kinds = byFrequency(traits.flatMap(({ removedTags }) => removedTags))
  if (kinds.length === 0) return null
  const more = kinds.length > NAMED ? ` and ${kinds.length - NAMED} more kinds` : ''
  const list = kinds.slice(0, NAMED).map(([kind, files]) => `${escapeInvisible(kind)} (${files} ${files === 1 ? 'file' : 'files'})`)
  return `Left out template tags, which only their own site generator can run: ${list.join(', ')}${more}`
}

/** The topics that the seeds write in several ways, in one line; null when there are none. */
export function formatTopicVariants(variants: readonly TopicVariants[]): string | null {
  if (variants.length === 0) return null
  const list = variants.slice(0, NAMED).map(({ name, spellings }) => `${quote(name)} (also ${spellings.slice(0, NAMED).map(quote).join(', ')})`)
  const more = variants.length > NAMED ? ` and ${variants.length - NAMED} more` : ''
  return `${variants.length} ${variants.length === 1 ? 'topic is' : 'topics are'} spelled in several ways and shown as one: ${list.join(', ')}${more}`
}

/** Each value with how often it occurs, most often first, then by name. */
function byFrequency(values: readonly string[]): [string, number][] {
  return [...countValues(values)].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
}
