/** One entry of a feed or export, not cleaned yet. */
export interface ImportedItem {
  /** What identifies it within its source: a guid, or its address. */
  readonly key: string
  readonly title: string
  /** Its address; empty for none. Relative ones start at the source's. */
  readonly url: string
  /** The whole text as HTML; empty for none. */
  readonly html: string
  /** A few sentences, perhaps with HTML; empty for none. */
  readonly summary: string
  readonly published: string
  readonly updated: string
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly image: string
  readonly language: string
  /** The name of the site that it was first published on, where the source says so. */
  readonly publisher: string
  /** Audio, video and other files that belong to it. */
  readonly attachments: readonly string[]
}

/** What a feed says about itself; empty for an export. */
export interface Channel {
  readonly title: string
  /** The address of its site. */
  readonly link: string
  readonly language: string
  readonly published: string
}

/** What a source contains: items, addresses of other feeds (OPML), or a page that names its feed. */
export type SourceContent =
  | { readonly kind: 'items'; readonly channel: Channel; readonly items: readonly ImportedItem[]; /** Its end is missing. */ readonly isCut?: boolean }
  | { readonly kind: 'list'; readonly addresses: readonly string[] }
  | { readonly kind: 'page'; readonly feed: string }

export const NO_CHANNEL: Channel = { title: '', link: '', language: '', published: '' }

/** An item with these parts and nothing else. */
export function toItem(parts: Partial<ImportedItem>): ImportedItem {
  const item = { key: '', title: '', url: '', html: '', summary: '', published: '', updated: '', authors: [], topics: [], image: '', language: '', publisher: '', attachments: [], ...parts }
  return { ...item, key: item.key || item.url || item.title || item.summary.slice(0, 200) }
}
