import type { StoryVideo } from '../../../shared/contract/bundle.ts'
import type { Fields } from './field-reader.ts'
import { loadParseHtml } from '../body/parse-html.ts'
import { canonicalAddress, parseWebAddress } from '../values/web-address.ts'
import { quote } from '../../issues/terminal-text.ts'

const YOUTUBE_HOSTS = new Set(['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com'])
const YOUTUBE_ID = /^[\w-]{11}$/
const REMEDY = "Remove it, or give the video's address."

/**
 * A story's video: from `featuredContent` (an iframe's HTML, or an address), else, when the story is a
 * video, from its own address. An article has a video only from a known player, so that an embedded form or
 * tweet does not become one.
 */
export async function readVideo(fields: Fields, isVideo: boolean, storyUrl: string | null): Promise<StoryVideo | null> {
  const text = fields.text('featuredContent')
  const featured = text === '' ? null : await readFeatured(fields, text)
  if (featured !== null && (isVideo || featured.playerUrl !== null)) return featured
  return isVideo && storyUrl !== null ? toVideo(new URL(storyUrl)) : null
}

async function readFeatured(fields: Fields, text: string): Promise<StoryVideo | null> {
  const source = text.includes('<') ? await iframeSource(text).catch(() => null) : text
  if (source === null) {
    fields.report('featuredContent', `contains no iframe with an address. ${REMEDY}`)
    return null
  }
  const address = parseWebAddress(source)
  if ('url' in address) return toVideo(address.url)
  fields.report('featuredContent', `${quote(source)} is not a web address: ${address.problem} ${REMEDY}`)
  return null
}

/** The video at an address. It has a player if the address is a page or player of YouTube or Vimeo. */
export function toVideo(url: URL): StoryVideo {
  const youtube = youtubeId(url)
  if (youtube !== null) {
    return { url: `https://www.youtube.com/watch?v=${youtube}`, playerUrl: `https://www.youtube-nocookie.com/embed/${youtube}` }
  }
  const vimeo = vimeoId(url)
  if (vimeo !== null) return { url: `https://vimeo.com/${vimeo}`, playerUrl: `https://player.vimeo.com/video/${vimeo}?dnt=1` }
  return { url: canonicalAddress(url), playerUrl: null }
}

function youtubeId(url: URL): string | null {
  if (url.port !== '') return null
  const host = url.hostname.replace(/^www\./, '')
  const [first = '', second = ''] = url.pathname.split('/').slice(1)
  const id = host === 'youtu.be' ? first : YOUTUBE_HOSTS.has(host) ? idOfPage(url, first, second) : null
  return id !== null && YOUTUBE_ID.test(id) ? id : null
}

function idOfPage(url: URL, page: string, second: string): string | null {
  if (page === 'watch') return url.searchParams.get('v')
  return page === 'embed' || page === 'shorts' || page === 'live' || page === 'v' ? second : null
}

function vimeoId(url: URL): string | null {
  if (url.port !== '') return null
  const host = url.hostname.replace(/^www\./, '')
  if (host === 'player.vimeo.com') return /^\/video\/(\d{1,15})\/?$/.exec(url.pathname)?.[1] ?? null
  return host === 'vimeo.com' ? (/^\/(\d{1,15})\/?$/.exec(url.pathname)?.[1] ?? null) : null
}

/** The address of the first iframe, as a browser's parser reads it. The markup itself is not used. */
async function iframeSource(html: string): Promise<string | null> {
  const [{ defaultTreeAdapter: tree }, parseHtml] = await Promise.all([import('parse5'), loadParseHtml()])
  const pending = [...parseHtml(html).childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!tree.isElementNode(node)) continue
    const source = node.attrs.find(({ name }) => name === 'src')?.value.trim()
    if (node.tagName === 'iframe' && source !== undefined && source !== '') return source
    pending.push(...[...node.childNodes].reverse())
  }
  return null
}
