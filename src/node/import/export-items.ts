import { parse } from 'csv-parse/sync'
import { groupBy } from '../lib/collections.ts'
import { NO_CHANNEL, toItem, type ImportedItem, type SourceContent } from './imported-item.ts'

type Row = Readonly<Record<string, unknown>>

/** The names of fields in exports of Pocket, Raindrop, Readwise, Omnivore, Wallabag and others, in lower case; the first present wins. */
const NAMES = {
  title: ['title', 'resolved_title', 'given_title', 'book title', 'name'],
  url: ['url', 'resolved_url', 'given_url', 'href', 'link', 'source_url'],
  html: ['content', 'html'],
  summary: ['excerpt', 'description', 'summary', 'note', 'document note'],
  published: ['publishedat', 'published_at', 'published_date', 'published', 'savedat', 'saved date', 'created', 'created_at', 'time_added', 'highlighted at', 'date', 'add_date'],
  updated: ['updatedat', 'updated_at'],
  authors: ['author', 'authors', 'book author', 'published_by'],
  topics: ['tags', 'labels', 'document tags', 'folder', 'collection'],
  image: ['cover', 'thumbnail', 'preview_picture', 'image', 'image_url', 'top_image_url'],
  language: ['language', 'itemlanguage', 'lang'],
  publisher: ['sitename', 'site_name', 'publication'],
} as const

/** Reads an export in JSON: a list of items, or an object that contains one. */
export function readJsonExport(value: unknown): SourceContent {
  const list = findList(value)
  if (list === null) throw new Error('it contains no list of items')
  return { kind: 'items', channel: NO_CHANNEL, items: list.map(toImported) }
}

/** Reads an export in CSV, whose first line names the columns. */
export function readCsvExport(text: string): SourceContent {
  const rows = parse<Row>(text, { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true })
  const highlights = rows.filter((row) => 'highlight' in row)
  return { kind: 'items', channel: NO_CHANNEL, items: highlights.length > 0 ? toBooks(highlights) : rows.map(toImported) }
}

/** Whether a text looks like CSV with columns that an item has. */
export function isCsvExport(text: string): boolean {
  const columns = text.slice(0, text.search(/[\r\n]|$/)).toLowerCase().split(',').map((name) => name.trim().replace(/^\uFEFF|"/g, ''))
  return columns.length > 1 && columns.some((name) => name === 'url' || name === 'highlight')
}

function findList(value: unknown): Row[] | null {
  if (Array.isArray(value)) return value.filter(isRow)
  if (!isRow(value)) return null
  for (const inner of Object.values(value)) {
    if (Array.isArray(inner) && inner.some(isRow)) return inner.filter(isRow)
    // Pocket lists its items by number.
    if (isRow(inner) && Object.values(inner).length > 0 && Object.values(inner).every(isRow)) return Object.values(inner).filter(isRow)
  }
  return null
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toImported(row: Row): ImportedItem {
  const fields = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]))
  const valuesOf = (field: keyof typeof NAMES) => NAMES[field].map((name) => fields.get(name)).filter((value) => namesIn(value).length > 0)
  const textOf = (field: keyof typeof NAMES) => namesIn(valuesOf(field)[0])[0] ?? ''
  return toItem({
    title: textOf('title'),
    url: textOf('url'),
    html: textOf('html'),
    summary: textOf('summary'),
    published: textOf('published'),
    updated: textOf('updated'),
    authors: namesIn(valuesOf('authors')[0]),
    topics: namesIn(valuesOf('topics')[0]).flatMap((tags) => tags.split(/[|,;]/)).map((name) => name.replace(/^[\s['"]+|[\s\]'"]+$/g, '')).filter((name) => name !== '' && name !== 'Unsorted'),
    image: textOf('image'),
    language: textOf('language'),
    publisher: textOf('publisher'),
  })
}

/** The texts in a value: text, a number, or the names in a list or mapping. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (!isRow(value)) return []
  const name = value['name'] ?? value['label'] ?? value['title'] ?? value['tag']
  // Pocket lists tags by their names.
  return name === undefined ? Object.keys(value) : namesIn(name)
}

/** Readwise exports highlights one by one: those of a book or article become one item. */
function toBooks(rows: readonly Row[]): ImportedItem[] {
  return [...groupBy(rows, (row) => namesIn(row['book title'])[0] ?? '')].flatMap(([, [first = {}, ...others]]) => {
    const quotes = [first, ...others].map((row) => `<blockquote><p>${escape(row['highlight'])}</p></blockquote><p>${escape(row['note'])}</p>`)
    return { ...toImported(first), summary: '', html: quotes.join('') }
  })
}

function escape(value: unknown): string {
  return namesIn(value).join(' ').replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
