import { parseFeed } from 'feedsmith'
import { toItem, type Channel, type ImportedItem, type SourceContent } from './imported-item.ts'

type FeedContent = Extract<SourceContent, { kind: 'items' }>

/** Reads RSS 0.9x to 2.0, RDF, Atom or JSON Feed; of one that breaks off, its whole items. Throws for anything else. */
export function readFeed(text: string): SourceContent {
  const end = Math.max(text.lastIndexOf('</item>') + '</item>'.length, text.lastIndexOf('</entry>') + '</entry>'.length)
  const whole = tryToRead(text)
  const content = whole ?? tryToRead(text.slice(0, end))
  if (content === null) throw new Error(text.startsWith('{') ? 'it is no valid JSON Feed' : 'it is no valid feed: a tag in it is not closed')
  return whole ?? { ...content, isCut: true }
}

function tryToRead(text: string): FeedContent | null {
  try {
    return toContent(text)
  } catch {
    return null
  }
}

function toContent(text: string): FeedContent {
  const { format, feed } = parseFeed(text)
  switch (format) {
    case 'atom': {
      const channel = channelOf(feed.title?.value, feed.links?.find(isPage)?.href, feed.xml?.lang, feed.updated)
      const names = namesOf(feed.authors)
      return items(channel, feed.entries, (entry) => {
        const media = [...(entry.media?.groups ?? []), ...(entry.media === undefined ? [] : [entry.media])]
        const content = bodyOf(entry.content) || media.map(({ description }) => description?.value).find(Boolean) || ''
        return {
          key: entry.id,
          title: entry.title?.value,
          url: entry.links?.find(isPage)?.href,
          html: content,
          summary: bodyOf(entry.summary),
          published: entry.published ?? entry.updated,
          updated: entry.updated,
          authors: namesOf(entry.authors).length > 0 ? namesOf(entry.authors) : names,
          topics: entry.categories?.map(({ label, term }) => label ?? term),
          image: imageOf(media) ?? entry.links?.find(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))?.href,
          language: entry.xml?.lang,
          publisher: entry.source?.title?.value,
          attachments: entry.links?.filter(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/') !== true).map(({ href }) => href),
        }
      })
    }
    case 'json': {
      const channel = channelOf(feed.title, feed.home_page_url, feed.language, undefined)
      const names = namesOf(feed.authors)
      return items(channel, feed.items, (item) => ({
        key: item.id,
        title: item.title,
        url: item.url ?? item.external_url,
        html: item.content_html ?? (item.content_text === undefined ? '' : toHtml(item.content_text)),
        summary: item.summary,
        published: dateText(item.date_published),
        updated: dateText(item.date_modified),
        authors: namesOf(item.authors).length > 0 ? namesOf(item.authors) : names,
        topics: item.tags,
        image: item.image ?? item.banner_image,
        language: item.language,
        attachments: item.attachments?.map(({ url }) => url),
      }))
    }
    case 'rss':
    case 'rdf': {
      const dc = feed.dc
      const channel = channelOf(feed.title, feed.link, ('language' in feed ? feed.language : undefined) ?? dc?.languages?.[0], ('pubDate' in feed ? feed.pubDate : undefined) ?? ('lastBuildDate' in feed ? feed.lastBuildDate : undefined) ?? dc?.dates?.[0])
      return items(channel, feed.items as readonly RssItem[] | undefined, (item) => {
        const media = [...(item.media?.groups ?? []), ...(item.media === undefined ? [] : [item.media])]
        const guid = item.guid?.value
        const files = item.enclosures ?? []
        return {
          key: guid ?? item.rdf?.about,
          title: item.title ?? item.dc?.titles?.[0],
          url: item.link ?? item.rdf?.about ?? (item.guid?.isPermaLink === false ? undefined : guid),
          html: item.content?.encoded,
          summary: item.description ?? item.dc?.descriptions?.[0] ?? item.itunes?.summary,
          published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0],
          updated: item.dcterms?.modified?.[0] ?? item.atom?.updated,
          authors: [...namesOf(item.authors), ...(item.dc?.creators ?? []), ...(item.itunes?.author === undefined ? [] : [item.itunes.author])].slice(0, namesOf(item.authors).length > 0 ? namesOf(item.authors).length : undefined),
          topics: [...(item.categories?.map(({ name }) => name) ?? []), ...(item.dc?.subjects ?? [])],
          image: imageOf(media) ?? files.find(({ type }) => type?.startsWith('image/'))?.url ?? item.itunes?.image,
          language: item.dc?.languages?.[0],
          publisher: item.source?.title,
          attachments: files.filter(({ type }) => type?.startsWith('image/') !== true).map(({ url }) => url),
        }
      })
    }
  }
}

/** The parts of an item in RSS and RDF that are read. */
interface RssItem {
  readonly title?: string
  readonly link?: string
  readonly description?: string
  readonly pubDate?: string
  readonly guid?: { readonly value?: string; readonly isPermaLink?: boolean }
  readonly authors?: readonly { readonly name?: string }[]
  readonly categories?: readonly { readonly name?: string }[]
  readonly enclosures?: readonly { readonly url?: string; readonly type?: string }[]
  readonly source?: { readonly title?: string }
  readonly content?: { readonly encoded?: string }
  readonly rdf?: { readonly about?: string }
  readonly atom?: { readonly updated?: string }
  readonly dc?: Readonly<Record<'titles' | 'creators' | 'subjects' | 'descriptions' | 'dates' | 'languages', readonly string[] | undefined>>
  readonly dcterms?: Readonly<Record<'issued' | 'created' | 'modified', readonly string[] | undefined>>
  readonly itunes?: { readonly summary?: string; readonly author?: string; readonly image?: string }
  readonly media?: Media & { readonly groups?: readonly Media[] }
}

interface Media {
  readonly contents?: readonly { readonly url?: string; readonly medium?: string; readonly type?: string }[]
  readonly thumbnails?: readonly { readonly url?: string }[]
}

type Loose = { readonly [K in keyof ImportedItem]?: ImportedItem[K] extends readonly string[] ? readonly (string | undefined)[] | undefined : string | undefined }

function items<T>(channel: Channel, entries: readonly T[] | undefined, read: (entry: T) => Loose): FeedContent {
  const all = (entries ?? []).map((entry) => {
    const present = Object.entries(read(entry)).flatMap(([name, value]) => (value === undefined ? [] : [[name, typeof value === 'string' ? value : value.filter(Boolean)]]))
    return toItem(Object.fromEntries(present) as Partial<ImportedItem>)
  })
  return { kind: 'items', channel, items: all }
}

function channelOf(title = '', link = '', language = '', published = ''): Channel {
  return { title, link, language, published }
}

function isPage({ rel, href }: { readonly rel?: string; readonly href?: string }): boolean {
  return href !== undefined && (rel === undefined || rel === 'alternate')
}

function namesOf(authors: readonly { readonly name?: string }[] = []): string[] {
  return authors.flatMap(({ name }) => name ?? [])
}

function imageOf(media: readonly Media[]): string | undefined {
  const contents = media.flatMap((part) => part.contents ?? [])
  const isImage = ({ medium, type, url = '' }: (typeof contents)[number]) => medium === 'image' || type?.startsWith('image/') === true || /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url)
  return contents.find(isImage)?.url ?? media.flatMap((part) => part.thumbnails ?? [])[0]?.url
}

function bodyOf(content: { readonly value?: string; readonly type?: string } | undefined): string {
  const value = content?.value ?? ''
  return content?.type === undefined || content.type === 'text' ? toHtml(value) : value
}

function dateText(date: unknown): string | undefined {
  return date instanceof Date ? date.toISOString() : typeof date === 'string' ? date : undefined
}

function toHtml(plain: string): string {
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return escaped.trim() === '' ? '' : escaped.split(/\n\s*\n/).map((paragraph) => `<p>${paragraph}</p>`).join('')
}
