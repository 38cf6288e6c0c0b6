import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeText } from './decode-text.ts'
import { createFetch, type FetchAddress, type Validators } from '../network/fetch-address.ts'
import { forEachConcurrent } from '../lib/concurrency.ts'
import { absolute } from './html-to-markdown.ts'
import type { SourceContent } from './imported-item.ts'
import { readSource } from './read-source.ts'
import { sourceFolder, writeSeeds, type WrittenSeeds } from './write-seeds.ts'

export interface ImportOptions {
  /** The seeds folder, absolute. */
  readonly seeds: string
  readonly allowPrivate: boolean
  readonly now: Date
}

/** What became of one source. */
export type SourceResult = { readonly source: string } & (
  | { readonly kind: 'imported'; readonly folder: string; readonly written: WrittenSeeds; readonly isCut: boolean }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'failed'; readonly reason: string }
)

/** Largest file that is read, in bytes, and sources that are read at once. */
const MAX_FILE = 100 * 1024 * 1024
const AT_ONCE = 4

const FEEDS = {
  privateRemedy: 'Add --allow-private if it may be read',
  userAgent: 'Newsfold (feed import)',
  accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  maxBytes: 20 * 1024 * 1024,
  timeout: 30_000,
}

/** Imports files and addresses, and every feed in an OPML list. A source that fails stops no other. */
export async function importSources(sources: readonly string[], options: ImportOptions, onResult: (result: SourceResult) => void): Promise<SourceResult[]> {
  const fetchAddress = createFetch({ ...FEEDS, allowPrivate: options.allowPrivate })
  const results: SourceResult[] = []
  const seen = new Set<string>()
  const add = (result: SourceResult) => {
    results.push(result)
    onResult(result)
  }
  let found = sources
  while (found.length > 0) {
    const queue = [...new Set(found)].filter((source) => !seen.has(source))
    const feeds: string[] = []
    await forEachConcurrent(queue, AT_ONCE, async (source) => {
      seen.add(source)
      try {
        const result = await importSource(source, options, fetchAddress)
        if ('kind' in result) add(result)
        else feeds.push(...result.feeds)
      } catch (error) {
        add({ source, kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
      }
    })
    found = feeds
  }
  return results
}

async function importSource(source: string, { seeds, now }: ImportOptions, fetchAddress: FetchAddress): Promise<SourceResult | { readonly feeds: readonly string[] }> {
  const isWeb = /^https?:\/\//i.test(source)
  const name = isWeb ? source : basename(source)
  const read = isWeb ? await fetchContent(source, sourceFolder(seeds, name).state ?? {}, fetchAddress) : { content: readSource(decodeText(readFile(source), '')), url: '', validators: {} }
  if (read === null) return { source, kind: 'not-modified' }
  const { content, url, validators } = read
  if (content.kind === 'list') return { feeds: content.addresses }
  if (content.kind === 'page') throw new Error('its page names another page as its feed')
  // Only now, because another source may have taken a folder of the same name meanwhile.
  const { folder, state } = sourceFolder(seeds, name)
  return { source, kind: 'imported', folder, isCut: content.isCut === true, written: writeSeeds(folder, state, { source: name, base: url, channel: content.channel, items: content.items, validators, now }) }
}

/** Fetches a source; of a page, the feed that it names. */
async function fetchContent(address: string, validators: Validators, fetchAddress: FetchAddress): Promise<{ readonly content: SourceContent; readonly url: string; readonly validators: Validators } | null> {
  const fetched = await fetchAddress(address, validators)
  if (fetched === null) return null
  const { bytes, contentType, url, etag, lastModified } = fetched
  const content = readSource(decodeText(bytes, contentType))
  if (content.kind !== 'page') return { content, url, validators: { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) } }
  const feed = absolute(content.feed, url)
  if (feed === null) throw new Error('it is a page that names no feed')
  const named = await fetchAddress(feed.href, {})
  return named === null ? null : { content: readSource(decodeText(named.bytes, named.contentType)), url: named.url, validators: {} }
}

function readFile(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new Error('the file does not exist')
  if (!stat.isFile()) throw new Error('it is not a file')
  if (stat.size > MAX_FILE) throw new Error(`the file is larger than ${MAX_FILE / 1024 / 1024} MiB`)
  return readFileSync(path)
}
