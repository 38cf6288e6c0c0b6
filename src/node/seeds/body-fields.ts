import type { Mapping } from './values/mapping.ts'

/** Fields that a file keeps in its body, and the body without them. */
export interface BodyFields {
  readonly data: Mapping
  /** The line of each field, counted from the body's first line as 0. */
  readonly lines: ReadonlyMap<string, number>
  /** With blank lines in place of the fields, so that line numbers stay the same. */
  readonly body: string
}

/** Properties of a Logseq page (`key:: value`), and the header of MultiMarkdown and Pelican, which begins with a title or date. */
const PROPERTY = /^([A-Za-z][\w.-]*):: *(.*)$/
const HEADER = /^([A-Za-z][\w .-]*): +(.*)$/
const HEADER_START = /^(?:title|date|author): +\S/i

/** Where the exports of Readwise and Omnivore keep what others have as front matter. */
const METADATA = /^## Metadata$/m
const METADATA_ITEM = /^- ([A-Z][\w ]*): +(.+)$/
const COVER = /^!\[rw-book-cover\]\((.+)\)$/
const ORIGINAL = /^\[Read Original\]\((\S+)\)$/m
const OMNIVORE = /^(?:#Omnivore|\[Read on Omnivore\]\(\S*\)|\[Read Original\]\((\S+)\))\s*$/
const ADDED = /^## (?:New highlights added|Highlights first synced by \[\[Readwise\]\]) (?:\[\[)?([A-Z][a-z]+ \d{1,2}[a-z]{0,2}, \d{4})/

/** Our names for fields of Readwise; `Category` says only which kind of document it is. */
const READWISE: Readonly<Record<string, string>> = { 'full title': 'title', author: 'author', summary: 'summary', url: 'source', 'document tags': 'tags', published: 'date' }

/** Lines of properties at the beginning of a body. */
const MAX_FIELDS = 200

/** Lines in which exports keep their fields. */
const EXPORT_LINES = 60

/** Reads the fields of Logseq, MultiMarkdown, Readwise and Omnivore from a body; null for a body without any. */
export function readBodyFields(body: string, hasFrontMatter: boolean): BodyFields | null {
  const head = body.slice(0, 5000)
  const first = body.slice(0, body.indexOf('\n') + 1 || body.length).trimEnd()
  const isHeader = PROPERTY.test(first) ? PROPERTY : !hasFrontMatter && HEADER_START.test(first) ? HEADER : null
  const isExport = METADATA.test(head) || ORIGINAL.test(head)
  if (isHeader === null && !isExport) return null
  const data: Record<string, string> = Object.create(null) as Record<string, string>
  const lines = new Map<string, number>()
  const text = body.split('\n')
  const take = (name: string | undefined, value: string | undefined, line: number) => {
    text[line] = ''
    if (name === undefined || value === undefined || Object.hasOwn(data, name)) return
    data[name] = value
    lines.set(name, line)
  }
  for (const [index, line] of text.entries()) {
    const [, name, value] = isHeader?.exec(line) ?? []
    if (isHeader === null || name === undefined || index >= MAX_FIELDS) break
    take(isHeader === HEADER ? name.toLowerCase() : name, value, index)
  }
  if (isExport) readExport(text, take)
  return { data, lines, body: text.join('\n') }
}

function readExport(text: readonly string[], take: (name: string | undefined, value: string | undefined, line: number) => void): void {
  let isMetadata = false
  for (const [index, line] of text.entries()) {
    if (line.startsWith('## ')) {
      isMetadata = METADATA.test(line)
      const added = ADDED.exec(line)?.[1]
      if (isMetadata || added !== undefined) take('created', added, index)
    } else if (index < EXPORT_LINES) {
      const [, name, value] = (isMetadata ? METADATA_ITEM.exec(line) : null) ?? []
      const cover = COVER.exec(line)?.[1]
      const omnivore = OMNIVORE.exec(line)
      if (name !== undefined) take(READWISE[name.toLowerCase()], value, index)
      else if (cover !== undefined) take('image', cover, index)
      else if (omnivore !== null) take('source', omnivore[1], index)
    }
  }
}
