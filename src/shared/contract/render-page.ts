import type { Catalog, MonthCounts, RelatedReason, RelatedStory, Story, TopicCount, TopicPage } from './bundle.ts'
import type { ListedStory } from './page-view.ts'
import type { Site } from './site.ts'

/**
 * What a prerendered page shows, as the app's queries would have fetched it. It is embedded in the page,
 * so that nothing is downloaded twice. A story's page embeds only the other stories it shows.
 */
export type PageData = {
  /** The page's permalink, site-relative. */
  readonly path: string
  readonly site: Site
} & (
  | { readonly view: 'feed'; readonly catalog: Catalog; readonly topic: TopicPage | null }
  | { readonly view: 'story'; readonly story: Story }
  | { readonly view: 'archive'; readonly months: MonthCounts; readonly topics: readonly TopicCount[] }
  | { readonly view: 'month'; readonly page: MonthPage }
  | { readonly view: 'not-found'; readonly catalog: Catalog }
)

/** Which route shows a page. */
export type ViewName = PageData['view']

/** A page of a month's archive. */
export interface MonthPage {
  /** `YYYY-MM`, UTC. */
  readonly month: string
  /** Counted from 1, the newest. */
  readonly page: number
  readonly pages: number
  /** Stories of the whole month. */
  readonly count: number
  /** Newest first. */
  readonly stories: readonly ArchivedStory[]
}

/** A line of an archive. */
export interface ArchivedStory extends ListedStory {
  readonly published: string
  /** The provider's name; null for the owner's own writing. */
  readonly provider: string | null
}

/** A piece of a page's HTML; UTF-8 bytes where several pages share it. */
export type HtmlPart = string | Uint8Array

/** An entry of a story's sidebar, which other stories may share. */
export interface SidebarEntry {
  /** Equal keys mean equal entries, except for the reason. */
  readonly key: string
  readonly reason: RelatedReason
  /** The rest of the entry; called once for each key. */
  readonly read: () => Omit<RelatedStory, 'reason'>
}

/**
 * Renders the HTML of `#root`, in pieces. `older` are the stories that follow in a feed, for users without
 * scripts only; `sidebar` replaces a story's `related`, which is empty here. Throws when a component does.
 */
export type RenderPage = (data: PageData, older: readonly ArchivedStory[], sidebar: readonly SidebarEntry[]) => readonly HtmlPart[]

/** The prerenderer's whole view of the client: what renders the pages of one build of a site. */
export type MakeRenderer = (site: Site) => RenderPage
