import { stringify } from 'yaml'
import { toDomain } from '../../shared/filter/feed-filter.ts'
import { toSlug } from '../../shared/contract/slug.ts'
import { cleanText, excerptBeyond, shorten } from '../seeds/values/clean-text.ts'
import { MAX_TITLE as MAX_STORY_TITLE } from '../seeds/fields/story-fields.ts'
import { MAX_TOPICS } from '../seeds/values/seed-story.ts'
import { parseDate } from '../seeds/values/parse-date.ts'
import { idOfPath } from '../seeds/values/story-id.ts'
import { canonicalAddress, parseWebAddress } from '../seeds/values/web-address.ts'
import { absolute, htmlToMarkdown } from './html-to-markdown.ts'
import type { Channel, ImportedItem } from './imported-item.ts'

/** Longest title made of an item's text, and longest text that is a summary and no body; in characters. */
const MAX_TITLE = 80
const MAX_SUMMARY = 600

/** A seed made of an item. */
export interface NewSeed {
  readonly file: string
  readonly text: string
  /** Its date, and whether the item has it. */
  readonly published: string
  readonly isDated: boolean
  readonly lost: readonly string[]
}

/**
 * Converts an item to a seed; null for one that has neither text nor a web address. `fallback` is the date of an item that has none.
 * `base` is the source's own address.
 */
export function itemToSeed(item: ImportedItem, channel: Channel, base: string, fallback: string): NewSeed | null {
  const site = absolute(channel.link, base)
  const url = absolute(item.url, site?.href ?? base)
  const webUrl = url === null ? undefined : canonicalAddress(url)
  const isBody = item.html.trim() === '' && (plain(item.summary).length > MAX_SUMMARY || /<(?:p|ul|ol|blockquote|h\d|table|pre|figure|img)\b/i.test(item.summary))
  const body = htmlToMarkdown(isBody ? item.summary : item.html, webUrl ?? site?.href ?? base)
  const summary = isBody ? '' : plain(item.summary)
  const title = shorten(plain(item.title), MAX_STORY_TITLE) || shorten(summary || plain(isBody ? item.summary : item.html), MAX_TITLE)
  // A bookmark of a script or of a place in the browser has nothing to show.
  if (title === '' || (webUrl === undefined && body.markdown === '' && summary === '')) return null
  const own = parseDate(item.published.trim())
  const published = 'iso' in own ? own.iso : fallback
  const updated = parseDate(item.updated.trim())
  const image = absolute(item.image, webUrl ?? base)?.href ?? body.image
  const excerpt = excerptBeyond(title, summary)
  const fields = {
    title,
    publishedDateTime: published,
    updatedDateTime: 'iso' in updated && updated.iso > published ? updated.iso : undefined,
    webUrl,
    excerpt: excerpt === '' ? undefined : excerpt,
    provider: providerOf(item, channel, url, site),
    authors: listOf(item.authors),
    topics: listOf(item.topics.filter((name) => toSlug(plain(name)) !== '')),
    images: image === '' ? undefined : [image],
    locale: languageOf(item.language) ?? languageOf(channel.language),
  }
  const note = 'iso' in own ? '' : `# The item has ${item.published.trim() === '' ? 'no date' : 'no readable date'}: this is the time of its feed or of the import.\n`
  const attachments = item.attachments.flatMap((address) => absolute(address, base) ?? []).map(({ href }) => `[Attachment](<${href}>)`)
  const text = `---\n${note}${stringify(fields, { lineWidth: 0 })}---\n${[body.markdown, ...attachments].filter((part) => part !== '').map((part) => `\n${part}\n`).join('')}`
  const words = toSlug(title)
  return { file: `${published.slice(0, 10)}${words === '' ? '' : `-${words}`}-${idOfPath(item.key).slice(0, 6)}.md`, text, published, isDated: 'iso' in own, lost: body.lost }
}

/** The provider is the feed's, unless the item leads to another site; its domain is then that of the address. */
function providerOf(item: ImportedItem, channel: Channel, url: URL | null, site: URL | null): { readonly name: string; readonly domain?: string } | undefined {
  const [own, ofSite] = [url, site].map((address) => (address === null ? '' : toDomain(address.hostname)))
  if (url !== null && item.publisher !== '') return { name: plain(item.publisher) }
  const name = plain(channel.title)
  if (name === '' || ofSite === undefined || ofSite === '' || own === undefined) return undefined
  const isSame = own === '' || own === ofSite || own.endsWith(`.${ofSite}`) || ofSite.endsWith(`.${own}`)
  return isSame ? { name, domain: ofSite } : undefined
}

function listOf(names: readonly string[]): string[] | undefined {
  const list = [...new Set(names.map(plain))].filter((name) => name !== '' && !/^\S+@\S+$/.test(name))
  return list.length === 0 ? undefined : list.slice(0, MAX_TOPICS)
}

function languageOf(tag: string): string | undefined {
  try {
    return tag.trim() === '' ? undefined : Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** A text without HTML, on one line. */
function plain(html: string): string {
  return cleanText(html.replace(/<(?:script|style)\b[^]*?<\/(?:script|style)>/gi, ' ').replace(/<\/?[a-z!][^>]*>/gi, ' ')).replace(/ +([,.;:!?])/g, '$1')
}

/** The address of a source as its folder's name: `example.com-news`. */
export function folderOf(address: string): string {
  const parsed = parseWebAddress(address)
  const name = 'url' in parsed ? `${toDomain(parsed.url.hostname)}-${parsed.url.pathname}${parsed.url.search}` : address.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  const words = name.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '' && !/^(?:feeds?|rss|atom|index|xml|rdf|json|php)$/i.test(word.replace(/\.(?:xml|rss|atom|json|php|html?)$/i, '')))
  return words.join('-').replace(/\.(?:xml|rss|atom|json|php)$/i, '').replace(/^\.+|\.+$/g, '').toLowerCase().slice(0, 80) || 'import'
}
