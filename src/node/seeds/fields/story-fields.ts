import type { StoryType } from '../../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../../shared/contract/slug.ts'
import { cleanLine } from '../values/clean-text.ts'
import type { Fields, Severity } from './field-reader.ts'
import { scalarOf, typeName } from './field-reader.ts'
import { memoize } from '../../lib/memoize.ts'
import { quote } from '../../issues/terminal-text.ts'
import { MAX_TOPICS } from '../values/seed-story.ts'

/** Longest title and topic name, in code points; longer ones are cut and end in `…`. */
export const MAX_TITLE = 500
const MAX_TOPIC = 80

const slugOf = memoize(toTopicSlug)
const canonicalLocale = memoize((tag) => Intl.getCanonicalLocales(tag)[0] ?? null)

const REMEDY = "Remove it, or give the story's address."

/**
 * A story's canonical address: `webUrl`, else `originalUrl`, else an AMP address. `severity` is that of an
 * invalid `webUrl` or `originalUrl`. An AMP address is read only where there is no other; an invalid one is
 * a warning.
 */
export function readAddress(fields: Fields, severity: Severity): string | null {
  const own = fields.address('webUrl', severity, REMEDY)
  const original = fields.address('originalUrl', severity, REMEDY)
  if (own !== null || original !== null) return own ?? original
  return fields.address('ampWebUrl', 'warning', REMEDY) ?? fields.address('cdnAmpWebUrl', 'warning', REMEDY)
}

/** `article` unless the field says `video`. */
export function readType(fields: Fields): StoryType {
  const text = fields.text('type')
  const type = text.toLowerCase()
  if (type === 'article' || type === 'video') return type
  if (text !== '') fields.report('type', `${quote(text)} is neither article nor video. The story is treated as an article.`)
  return 'article'
}

/** Topic names without duplicates: spellings with the same slug are one topic, named by the first. */
export function readTopics(fields: Fields): string[] {
  const topics = new Map<string, string>()
  for (const { value, path } of fields.list('topics')) {
    if (typeof value !== 'string') {
      if (value !== null) fields.collector.warning(path, `is ${typeName(value)}, but must be the name of a topic. Write a single text.`)
      continue
    }
    if (scalarOf(value) === null) continue
    const name = cleanLine(value, MAX_TOPIC, fields.collector, path)
    const slug = slugOf(name)
    if (slug === '') fields.collector.warning(path, `${quote(value)} has no letter or digit and is ignored. Give the topic a name.`)
    else if (!topics.has(slug)) topics.set(slug, name)
  }
  if (topics.size > MAX_TOPICS) fields.report('topics', `lists ${topics.size} topics; only the first ${MAX_TOPICS} are used. Remove the others.`)
  return [...topics.values()].slice(0, MAX_TOPICS)
}

/** The story's language as a canonical BCP 47 tag (`en-US`, also written `en_US`); null when absent. */
export function readLanguage(fields: Fields): string | null {
  const text = fields.text('locale')
  if (text === '') return null
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
