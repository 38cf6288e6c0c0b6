import type { PageView } from '../contract/page-view.ts'
import type { Site } from '../contract/site.ts'
import type { PreviewImage } from './preview-image.ts'

/** `<meta>`: HTML's own have a `name`, those of Open Graph a `property`. */
export type MetaTag =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string }

export interface OpenGraphPage {
  readonly site: Site
  readonly view: PageView
  readonly name: string
  readonly description: string
  /** Canonical; null when unknown. */
  readonly url: string | null
  readonly image: PreviewImage | null
}

/** The tags of link previews: the Open Graph protocol (ogp.me) and Twitter's one addition. */
export function openGraph({ site, view, name, description, url, image }: OpenGraphPage): MetaTag[] {
  return [
    ...property('og:type', view.kind === 'story' ? 'article' : 'website'),
    ...property('og:site_name', site.title),
    ...property('og:title', name),
    ...property('og:description', description),
    ...property('og:url', url),
    ...property('og:locale', localeOf(site.language)),
    ...(image === null ? [] : imageTags(image)),
    ...(view.kind === 'story' ? articleTags(view.story) : []),
    { name: 'twitter:card', content: image !== null ? 'summary_large_image' : 'summary' },
  ]
}

function imageTags({ url, type, width, height, alt }: PreviewImage): MetaTag[] {
  return [
    ...property('og:image', url),
    ...property('og:image:type', type),
    ...property('og:image:width', width),
    ...property('og:image:height', height),
    ...property('og:image:alt', alt),
  ]
}

function articleTags({ published, updated, topics }: Extract<PageView, { kind: 'story' }>['story']): MetaTag[] {
  return [
    ...property('article:published_time', published),
    ...property('article:modified_time', updated),
    ...property('article:section', topics[0]?.name ?? null),
    ...topics.flatMap((topic) => property('article:tag', topic.name)),
  ]
}

function property(name: string, content: string | number | null): MetaTag[] {
  return content === null ? [] : [{ property: name, content: String(content) }]
}

/** Open Graph needs a territory with every language (`en_US`): by default the one with the most speakers. */
function localeOf(language: string): string | null {
  const known = LOCALES.get(language)
  if (known !== undefined) return known
  const { language: spoken, region } = new Intl.Locale(language).maximize()
  const locale = region === undefined ? null : `${spoken}_${region}`
  LOCALES.set(language, locale)
  return locale
}

/** Cached: `Intl` is slow, and every page of a site needs the same value. */
const LOCALES = new Map<string, string | null>()
