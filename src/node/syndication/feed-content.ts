import type { Words } from '../../shared/words/en.ts'
import { storyPageWords } from '../../shared/words/story-page.ts'
import type { FeedItem, FeedLink } from './feed-format.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'

/** The start of a link of sanitised HTML up to an address inside its own page. */
const OWN_PLACE = /(<a (?:[^">]|"[^"]*")*?href=")#/g

/**
 * An item as HTML: its body, else its excerpt, else its title, because feed readers and validators expect content;
 * then links to the original, the video and the coverage.
 */
export function feedContent(item: Omit<FeedItem, 'html'>, bodyHtml: string | null, words: Words): string {
  const { url, originalUrl, provider, title, summary, video, coverage } = item
  const toPlace = (_: string, start: string) => `${start}${escapeHtml(url)}#`
  const text = bodyHtml === null ? paragraph(escapeHtml(summary === '' ? title : summary)) : bodyHtml.replace(OWN_PLACE, toPlace)
  const original = originalUrl === null ? '' : link(originalUrl, storyPageWords.readAt(provider?.name ?? new URL(originalUrl).host))
  const watch = video === null || video.url === originalUrl ? '' : link(video.url, storyPageWords.watchAt(new URL(video.url).host))
  const list = coverage.map((other) => `<li>${link(other.url, other.title)}${source(other)}</li>`).join('')
  const also = list === '' ? '' : `${paragraph(escapeHtml(words.alsoCoveredBy))}<ul>${list}</ul>`
  return text + paragraph(original) + paragraph(watch) + also
}

function paragraph(html: string): string {
  return html === '' ? '' : `<p>${html}</p>`
}

function source({ from }: FeedLink): string {
  return from === null ? '' : ` (${escapeHtml(from)})`
}

function link(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
}
