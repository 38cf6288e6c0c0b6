import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { parseOpml } from 'feedsmith'
import { isBookmarks, readBookmarks } from './bookmark-items.ts'
import { isCsvExport, readCsvExport, readJsonExport } from './export-items.ts'
import { readFeed } from './feed-items.ts'
import type { SourceContent } from './imported-item.ts'

/** Reads a feed, a list of feeds or an export, whatever its name says. Throws with a reason for anything else. */
export function readSource(text: string): SourceContent {
  const start = text.slice(0, 2000).trimStart()
  if (/^[[{]/.test(start)) {
    const value = parseJson(text)
    return /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(start) ? readFeed(text) : readJsonExport(value)
  }
  if (/<opml[\s>]/i.test(start)) return { kind: 'list', addresses: addressesIn(parseOpml(text).body?.outlines) }
  if (isBookmarks(text)) return readBookmarks(parse(text))
  if (/<(?:rss|feed|rdf:RDF|RDF)[\s>]/.test(start)) return readFeed(text)
  if (/^<!doctype html|<html[\s>]/i.test(start)) {
    const feed = findFeed(parse(text))
    if (feed !== null) return { kind: 'page', feed }
    throw new Error('it is a page that names no feed')
  }
  if (isCsvExport(text)) return readCsvExport(text)
  throw new Error('it is neither a feed, nor OPML, nor an export that Newsfold knows')
}

interface Outline {
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}

function addressesIn(outlines: readonly Outline[] = []): string[] {
  return [...new Set(outlines.flatMap(({ xmlUrl, outlines: inner }) => [...(xmlUrl === undefined ? [] : [xmlUrl]), ...addressesIn(inner)]))]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('it looks like JSON but is not valid')
  }
}

/** The address of the feed that a page names. */
function findFeed(parent: DefaultTreeAdapterTypes.ParentNode): string | null {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue
    const attribute = (name: string) => node.attrs.find((other) => other.name === name)?.value ?? ''
    if (node.tagName === 'link' && /\balternate\b/i.test(attribute('rel')) && /^application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(attribute('type'))) return attribute('href')
    const found = findFeed(node)
    if (found !== null) return found
  }
  return null
}
