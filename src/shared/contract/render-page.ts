import type { ArchivedStory, ArchivePage, Catalog, MonthCounts, Story, ThreadPage, TopicCount, TopicPage } from './bundle.ts'
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
  | { readonly view: 'feed'; readonly catalog: PageCatalog; readonly topic: TopicPage | null }
  | { readonly view: 'story'; readonly story: Story }
  | { readonly view: 'archive'; readonly months: MonthCounts; readonly topics: readonly TopicCount[] }
  | { readonly view: 'month'; readonly page: MonthPage }
  | { readonly view: 'day'; readonly page: DayPage }
  | { readonly view: 'thread'; readonly page: ThreadPage }
  | { readonly view: 'not-found'; readonly catalog: PageCatalog }
)

/**
 * The catalog as a page holds it. Only the front page says its version, and all others would change with every seed: a
 * topic's page has counts of two digits and no newest stories, enough to decide what to show, not to be shown.
 */
export type PageCatalog = Omit<Catalog, 'version'> & { readonly version?: string | undefined }

/** Which route shows a page. */
export type ViewName = PageData['view']

/** Pages of a month or thread that are linked on either side of one. */
export const PAGE_NEIGHBOURS = 3

/** A page of a month's archive. */
export interface MonthPage extends ArchivePage {
  /** `YYYY-MM`, UTC. */
  readonly month: string
}

/** The page of a day in the site's time zone. What it shows never changes once the next day has stories. */
export interface DayPage {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** The days with stories before and after; null for none. */
  readonly previous: string | null
  readonly next: string | null
  readonly count: number
  /** When its newest story was published. */
  readonly newest: string
  /** Events with most sources first, then by heat, then the newest; at most `MAX_DAY_EVENTS`. */
  readonly events: readonly DayEvent[]
}

/** Events that the page of a day shows; a link leads to the rest. Busy days would have pages of megabytes. */
export const MAX_DAY_EVENTS = 100

/** Stories that an event of a day lists below the one that represents it. */
export const MAX_DAY_SOURCES = 4

/** An event of a day, or a story that stands alone. */
export interface DayEvent {
  readonly story: ArchivedStory
  readonly excerpt: string
  /** How many stories of this day are on the event. */
  readonly sources: number
  /** The other stories of the event on this day, at most `MAX_DAY_SOURCES`. */
  readonly others: readonly ArchivedStory[]
  /** Slug of the thread that it continues; null for none. */
  readonly thread: string | null
}

/** A piece of a page's HTML; UTF-8 bytes where several pages share it. */
export type HtmlPart = string | Uint8Array

/**
 * Renders a page's HTML, which goes into `#root`, in parts. `older` are the stories that follow in a feed,
 * shown to users without scripts only. Throws when a component does.
 */
export type RenderPage = (data: PageData, older: readonly ArchivedStory[]) => readonly HtmlPart[]

/** The prerenderer's whole view of the client: what renders the pages of one build of a site. */
export type MakeRenderer = (site: Site) => RenderPage
