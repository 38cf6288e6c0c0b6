import { FIRST_STORIES, type ArchivedStory } from '../../shared/contract/bundle.ts'
import { alternateLinks, type FeedPage } from '../../shared/meta/alternate-links.ts'
import { digestPath, threadPath, topicPath } from '../../shared/contract/permalinks.ts'
import { PAGE_DATA_SCRIPT, parsePageData } from '../../shared/contract/page-data-script.ts'
import { pageMetaFor } from '../../shared/meta/page-meta.ts'
import type { PageView } from '../../shared/contract/page-view.ts'
import type { HtmlPart, MakeRenderer, PageData, RenderPage } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { utf8Concatenator } from './concat-utf8.ts'
import { escapeJson, toHeadHtml, toLinksHtml } from './head-html.ts'
import { toFrame, type PageFrame, type PageTemplate, type PageTemplates } from '../app/page-template.ts'
import { styledClasses } from './styled-classes.ts'
import { pageWords } from '../../shared/words/pages.ts'

/** A page to render. */
export interface Page {
  /** Its `PageData` as JSON, which also becomes part of the page. */
  readonly json: string
  /** Stories that follow in a feed, for users without scripts. */
  readonly older: readonly ArchivedStory[]
  /** File of the preview image drawn for a story; null without one. */
  readonly previewImage: string | null
}

/**
 * Makes a function that renders the HTML of one site's pages as UTF-8. The bytes are valid until the next
 * page is rendered, because their buffer is used again.
 */
export function pageHtmlRenderer(site: Site, templates: PageTemplates, makeRenderer: MakeRenderer): (page: Page) => Uint8Array {
  const metaOf = pageMetaFor(site)
  const framesOf = new Map(Object.entries(templates).map(([view, template]) => [view, pageFrames(template)]))
  const renderPage = makeRenderer(site)
  const concat = utf8Concatenator()
  const siteAlternates = toLinksHtml(alternateLinks(site, null))
  const render: RenderPage = (data, older) => {
    try {
      return renderPage(data, older)
    } catch (cause) {
      throw new Error(`The page ${data.path} can't be rendered.`, { cause })
    }
  }
  return ({ json, older, previewImage }) => {
    const data = parsePageData(json)
    const content = render(data, older)
    const frame = framesOf.get(data.view)?.(content)
    if (frame === undefined) throw new Error(`No template shows ${data.view}.`)
    const [start, middle, end, rest] = frame
    const meta = metaOf(toPageView(data, previewImage))
    const feeds = ownFeedsOf(data)
    const alternates = feeds === null ? siteAlternates : toLinksHtml(alternateLinks(site, feeds))
    const head = [toHeadHtml(meta), data.view === 'not-found' ? '' : alternates]
    const [before, after] = PAGE_DATA_SCRIPT
    return concat([start, ...head, middle, ...content, end, before, escapeJson(json), after, rest])
  }
}

/** Makes a function that returns the frame around a page's content, with the styles that it uses. */
function pageFrames(template: PageTemplate): (content: readonly HtmlPart[]) => ReturnType<typeof toBytes> {
  const classesOf = styledClasses(template.styles)
  const frames = new Map<string, ReturnType<typeof toBytes>>()
  return (content) => {
    const classes = classesOf(content)
    const key = classes.join(' ')
    const frame = frames.get(key) ?? toBytes(toFrame(template, new Set(classes)))
    frames.set(key, frame)
    return frame
  }
}

/** A frame split where a page's own parts go: its styles are most of a page, and are encoded once. */
function toBytes([start, middle, end]: PageFrame): readonly [start: Uint8Array, middle: Uint8Array, end: Uint8Array, rest: Uint8Array] {
  // The page's data goes after the root, because React hydrates everything inside it.
  const afterRoot = end.indexOf('</div>') + '</div>'.length
  return [Buffer.from(start), Buffer.from(middle), Buffer.from(end.slice(0, afterRoot)), Buffer.from(end.slice(afterRoot))]
}

/** The feeds of a topic, of a thread, and on a day's page of the digest. */
function ownFeedsOf(data: PageData): FeedPage | null {
  if (data.view === 'feed') return data.topic === null ? null : { path: topicPath(data.topic.slug), name: data.topic.name }
  if (data.view === 'thread') return { path: threadPath(data.page.slug), name: pageWords.threadTitle(data.page.title) }
  return data.view === 'day' ? { path: digestPath, name: pageWords.dailyDigest } : null
}

/** A page as its meta tags need it. */
function toPageView(data: PageData, previewImage: string | null): PageView {
  switch (data.view) {
    case 'feed': {
      const { stories: count, newest } = data.topic ?? data.catalog
      const list = { stories: newest.slice(0, FIRST_STORIES), count }
      return data.topic === null ? { kind: 'front', ...list } : { kind: 'topic', topic: data.topic, ...list }
    }
    case 'story':
      return { kind: 'story', story: data.story, previewImage }
    case 'archive':
      return { kind: 'archive', stories: [], count: data.months.reduce((sum, [, stories]) => sum + stories, 0) }
    case 'month':
      return { kind: 'month', ...data.page }
    case 'day':
      return { kind: 'day', day: data.page.day, stories: data.page.events.map(({ story }) => story), count: data.page.count }
    case 'thread':
      return { kind: 'thread', ...data.page }
    case 'not-found':
      return { kind: 'not-found' }
  }
}
