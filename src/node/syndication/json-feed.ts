import type { FeedItem, FeedWriter } from './feed-format.ts'

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: FeedWriter = {
  format: 'json',

  feed(channel, items) {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: channel.title,
      description: channel.description,
      home_page_url: channel.pageUrl,
      feed_url: channel.selfUrl,
      language: channel.language,
      items: items.map(toJsonItem),
    }
    return `${JSON.stringify(feed)}\n`
  },
}

function toJsonItem(item: FeedItem) {
  return {
    id: item.id,
    url: item.url,
    external_url: item.originalUrl ?? undefined,
    title: item.title,
    summary: item.summary === '' ? undefined : item.summary,
    content_html: item.html,
    image: item.images[0]?.url,
    date_published: item.published,
    date_modified: item.updated ?? undefined,
    language: item.language ?? undefined,
    authors: toAuthors(item),
    tags: item.topics.map(({ name }) => name),
    attachments: item.images.flatMap(({ url, type, size, caption }) =>
      type === null ? [] : [{ url, mime_type: type, title: caption ?? undefined, size_in_bytes: size ?? undefined }],
    ),
  }
}

function toAuthors({ authors, provider }: FeedItem) {
  if (authors.length > 0) return authors.map((name) => ({ name }))
  return provider === null ? undefined : [{ name: provider.name, url: `https://${provider.domain}/` }]
}
