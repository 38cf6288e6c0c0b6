import { formatsFor } from '../text/dates.ts'
import { breadcrumbs, collectionPage, newsArticle, type JsonLd } from './json-ld.ts'
import { openGraph, type MetaTag } from './open-graph.ts'
import { pathOfView, type PageView } from '../contract/page-view.ts'
import { canonicalUrl } from '../contract/permalinks.ts'
import type { Site } from '../contract/site.ts'
import { previewImageOf, type PreviewImage } from './preview-image.ts'
import { pageName, pageWords } from '../words/pages.ts'
import { descriptions } from '../words/descriptions.ts'
import { wordsFor } from '../words/words-for.ts'
import { documentTitle } from './document-title.ts'

/** The content of a page's head as plain text: whoever writes it as HTML escapes it. */
export interface PageMeta {
  /** The document's title. */
  readonly title: string
  readonly meta: readonly MetaTag[]
  readonly links: readonly LinkTag[]
  readonly jsonLd: readonly JsonLd[]
}

/** `<link>`; `type` and `title` where there are any. */
export interface LinkTag {
  readonly rel: string
  readonly href: string
  readonly type?: string
  readonly title?: string
}

/**
 * Describes the pages of one site. Call it once: `Intl` objects are slow to create. While the site's
 * own address is unknown, everything that needs it is left out.
 */
export function pageMetaFor(site: Site): (view: PageView) => PageMeta {
  const describe = describerFor(site)
  return (view) => {
    const { name, description } = describe(view)
    const title = documentTitle(view.kind === 'front' ? null : name, site.title)
    if (view.kind === 'not-found') {
      return { title, meta: [{ name: 'robots', content: 'noindex' }], links: [], jsonLd: [] }
    }
    const path = pathOfView(view)
    const url = path === null ? null : canonicalUrl(site, path)
    const image = imageOf(site, view)
    return {
      title,
      meta: [{ name: 'description', content: description }, ...openGraph({ site, view, name, description, url, image })],
      links: url === null ? [] : [{ rel: 'canonical', href: url }],
      jsonLd:
        view.kind === 'story'
          ? [newsArticle(site, view.story, description, image?.url ?? null), breadcrumbs(site, view.story)].filter((one) => one !== null)
          : [collectionPage(site, view, name, description, url)],
    }
  }
}

/** A story's picture, or the newest one of a list with pictures. */
function imageOf(site: Site, view: PageView): PreviewImage | null {
  if (view.kind === 'story') return previewImageOf(site, view.story, view.previewImage)
  if (view.kind !== 'front' && view.kind !== 'topic') return null
  return view.stories.map((story) => previewImageOf(site, story, null)).find((image) => image !== null) ?? null
}

/** The name of a view and a sentence about it, in the site's language. */
function describerFor(site: Site): (view: PageView) => { readonly name: string; readonly description: string } {
  const words = wordsFor(site.language)
  const formats = formatsFor(site.language, site.timeZone)
  return (view) => {
    switch (view.kind) {
      case 'front':
        return { name: site.title, description: site.description ?? descriptions.siteDescription(view.count) }
      case 'topic':
        return { name: view.topic.name, description: descriptions.topicDescription(view.topic.name, view.count) }
      case 'archive':
        return { name: words.archive, description: descriptions.archiveDescription(view.count) }
      case 'month': {
        const month = formats.month(view.month)
        return { name: pageName(pageWords.monthTitle(month), view.page), description: descriptions.monthDescription(month, view.count) }
      }
      case 'day':
        return { name: formats.weekday(view.day), description: descriptions.dayDescription(formats.weekday(view.day), view.count) }
      case 'thread':
        return { name: pageName(pageWords.threadTitle(view.title), view.page), description: descriptions.threadDescription(view.title, view.count) }
      case 'story': {
        const { title, excerpt, provider, published } = view.story
        return { name: title, description: excerpt === '' ? descriptions.storyDescription(provider?.name ?? site.title, formats.date(published)) : excerpt }
      }
      case 'not-found':
        return { name: pageWords.pageNotFound, description: pageWords.pageNotFoundText }
    }
  }
}
