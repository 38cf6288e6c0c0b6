import type { StoryType } from '../../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../../shared/contract/slug.ts'
import { cleanLine } from '../values/clean-text.ts'
import type { Fields, Severity } from './field-reader.ts'
import { scalarOf, typeName } from './field-reader.ts'
import { memoize } from '../../lib/memoize.ts'
import { quote } from '../../issues/terminal-text.ts'
import { MAX_TOPICS } from '../values/seed-story.ts'

/** Longest title and topic name, in code points; what is longer is shortened with `…`. */
export const MAX_TITLE = 500
const MAX_TOPIC = 80

const slugOf = memoize(toTopicSlug)
const canonicalLocale = memoize((tag) => Intl.getCanonicalLocales(tag)[0] ?? null)

const REMEDY = "Remove it or give the story's own address."

/**
 * A story's canonical address: `webUrl`, else `originalUrl`, else an AMP address. `severity` is that
 * of a bad `webUrl` or `originalUrl`; a bad AMP address is never more than a warning, and not even
 * looked at where there is another.
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
  if (text !== '') fields.report('type', `${quote(text)} is neither article nor video; the story is read as an article.`)
  return 'article'
}

/** Topic names without repeats: two spellings of one slug are one topic, under the first. */
export function readTopics(fields: Fields): string[] {
  const topics = new Map<string, string>()
  for (const { value, path } of fields.list('topics')) {
    if (typeof value !== 'string') {
      if (value !== null) fields.collector.warning(path, `is ${typeName(value)} where a topic's name is expected. Write one text.`)
      continue
    }
    if (scalarOf(value) === null) continue
    const name = cleanLine(value, MAX_TOPIC, fields.collector, path)
    const slug = slugOf(name)
    if (slug === '') fields.collector.warning(path, `${quote(value)} holds no letter and no digit and is left out. Give the topic a name.`)
    else if (!topics.has(slug)) topics.set(slug, name)
  }
  if (topics.size > MAX_TOPICS) fields.report('topics', `names ${topics.size} topics; the first ${MAX_TOPICS} are kept. Remove the others.`)
  return [...topics.values()].slice(0, MAX_TOPICS)
}

/** The story's language as a canonical BCP 47 tag (`en-US`, also written `en_US`); null when not told. */
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

/** 0 to 200; 0 when the seed says nothing. A number beyond that is drawn to the nearer end. */
export function readQuality(fields: Fields): number {
  const quality = fields.number('quality') ?? 0
  const known = Math.min(200, Math.max(0, quality))
  if (known !== quality) fields.report('quality', `${quality} lies outside 0 to 200; it is read as ${known}.`)
  return known
}
