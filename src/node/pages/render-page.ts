import { FIRST_STORIES } from '../../shared/contract/bundle.ts'
import type { RelatedReason, RelatedStory } from '../../shared/contract/bundle.ts'
import { alternateLinks } from '../../shared/meta/alternate-links.ts'
import { PAGE_DATA_SCRIPT } from '../../shared/contract/page-data-script.ts'
import { pageMetaFor } from '../../shared/meta/page-meta.ts'
import type { PageView } from '../../shared/contract/page-view.ts'
import type { ArchivedStory, MakeRenderer, PageData, RenderPage, SidebarEntry } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { byteJoiner } from './concat-utf8.ts'
import { escapeJson, toHeadHtml, toLinksHtml } from './head-html.ts'
import type { PageTemplate, PageTemplates } from '../app/page-template.ts'
import { joinStory } from '../stories/story-json.ts'
import type { RelatedJson } from '../stories/story-json.ts'

/** A page to make. */
export interface Page {
  /** Its `PageData` as JSON; a story's is open behind what is its own. */
  readonly json: string
  /** What closes a story's JSON; null on every other page. */
  readonly sidebar: readonly RelatedJson[] | null
  /** Stories that follow, for readers without scripts. */
  readonly older: readonly ArchivedStory[]
  /** File of a story's drawn card; null without one. */
  readonly card: string | null
}

/**
 * Makes the HTML of one site's pages, as UTF-8; made once, for it holds what all pages share. A page's
 * bytes are good until the next page is made: their room is used again.
 */
export function pageMaker(site: Site, templates: PageTemplates, makeRenderer: MakeRenderer): (page: Page) => Uint8Array {
  const metaOf = pageMetaFor(site)
  const parts = new Map(Object.entries(templates).map(([view, template]) => [view, toBytes(template)]))
  const renderPage = makeRenderer(site)
  const join = byteJoiner()
  const siteAlternates = toLinksHtml(alternateLinks(site, null))
  const render: RenderPage = (data, older, sidebar) => {
    try {
      return renderPage(data, older, sidebar)
    } catch (cause) {
      throw new Error(`The page ${data.path} can't be rendered.`, { cause })
    }
  }
  return ({ json: open, sidebar, older, card }) => {
    const json = sidebar === null ? open : `${joinStory({ own: open, related: sidebar })}}`
    // Entries are parsed where they are rendered: once, not beside each story.
    const data = JSON.parse(sidebar === null ? json : `${joinStory({ own: open, related: [] })}}`) as PageData
    const [start, middle, end, rest] = parts.get(data.view) ?? []
    if (start === undefined || middle === undefined || end === undefined || rest === undefined) throw new Error(`No template shows ${data.view}.`)
    const meta = metaOf(toPageView(data, card))
    const alternates = data.view === 'feed' && data.topic !== null ? toLinksHtml(alternateLinks(site, data.topic)) : siteAlternates
    const head = [toHeadHtml(meta), data.view === 'not-found' ? '' : alternates]
    const [before, after] = PAGE_DATA_SCRIPT
    return join([start, ...head, middle, ...render(data, older, (sidebar ?? []).map(toSidebarEntry)), end, before, escapeJson(json), after, rest])
  }
}

function toSidebarEntry({ entry: { key, json }, reason }: RelatedJson): SidebarEntry {
  return { key, reason: JSON.parse(reason) as RelatedReason, read: () => JSON.parse(`${json}}`) as Omit<RelatedStory, 'reason'> }
}

/** A template cut where something is put in: its styles are most of a page, and encoded once. */
function toBytes([start, middle, end]: PageTemplate): readonly Uint8Array[] {
  // The state stands beside the root: what React takes over holds nothing but its own.
  const behindRoot = end.indexOf('</div>') + '</div>'.length
  return [start, middle, end.slice(0, behindRoot), end.slice(behindRoot)].map((part) => Buffer.from(part))
}

/** A page as its tags need it. */
function toPageView(data: PageData, card: string | null): PageView {
  switch (data.view) {
    case 'feed': {
      const { stories: count, newest } = data.topic ?? data.catalog
      const list = { stories: newest.slice(0, FIRST_STORIES), count }
      return data.topic === null ? { kind: 'front', ...list } : { kind: 'topic', topic: data.topic, ...list }
    }
    case 'story':
      return { kind: 'story', story: data.story, card }
    case 'archive':
      return { kind: 'archive', stories: [], count: data.months.reduce((sum, [, stories]) => sum + stories, 0) }
    case 'month':
      return { kind: 'month', ...data.page }
    case 'not-found':
      return { kind: 'not-found' }
  }
}
