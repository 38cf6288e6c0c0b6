import { splitFrame } from './feed-format.ts'
import type { FeedWriter } from './feed-format.ts'

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: FeedWriter = {
  format: 'json',

  item(item) {
    const { authors, provider } = item
    return JSON.stringify({
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
      authors: authors.length > 0 ? authors.map((name) => ({ name })) : provider === null ? undefined : [{ name: provider.name, url: `https://${provider.domain}/` }],
      tags: item.topics.map(({ name }) => name),
      attachments: item.images.flatMap(({ url, type, size, caption }) =>
        type === null ? [] : [{ url, mime_type: type, title: caption ?? undefined, size_in_bytes: size ?? undefined }],
      ),
    })
  },

  frame(channel) {
    const empty = {
      version: 'https://jsonfeed.org/version/1.1',
      title: channel.title,
      description: channel.description,
      home_page_url: channel.pageUrl,
      feed_url: channel.selfUrl,
      language: channel.language,
      items: [],
    }
    return splitFrame(`${JSON.stringify(empty)}\n`, ',', ']}\n')
  },
}
