import type { ImagesSetting } from '../config/read-options.ts'
import type { Story } from '../../shared/contract/bundle.ts'
import type { DayPage } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'

/** The part of a story that syndication needs. */
export type SyndicatedStory = Pick<
  Story,
  | 'id'
  | 'slug'
  | 'title'
  | 'excerpt'
  | 'fullExcerpt'
  | 'published'
  | 'updated'
  | 'originalUrl'
  | 'provider'
  | 'authors'
  | 'topics'
  | 'images'
  | 'video'
  | 'bodyHtml'
  | 'language'
  | 'related'
>

/** The part of a story that the sitemap needs. */
export type DatedStory = Pick<Story, 'slug' | 'published' | 'updated'>

/** A site whose address is known: only that can be syndicated. */
export interface PublishedSite extends Site {
  readonly url: string
}

/** Everything that syndication is made from. */
export interface Syndicated {
  readonly site: Site
  /** Vite's `base`: begins and ends with `/`. */
  readonly base: string
  /** Vite's `build.assetsDir`, where every file's name holds its content's hash. */
  readonly assetsDir: string
  readonly images: ImagesSetting
  /** All stories, oldest first. */
  readonly stories: readonly DatedStory[]
  /** The whole of a story, by its position. */
  readonly story: (position: number) => SyndicatedStory
  readonly topicLists: readonly TopicList[]
  readonly threads: readonly ThreadList[]
  /** All days, newest first. */
  readonly days: () => Iterable<DayPage>
  /** Bytes of a file of the site, by its path; null when there is none. */
  readonly sizeOf: (file: string) => number | null
  /** Permalinks of the archive and its months, for the sitemap. */
  readonly archivePaths: readonly string[]
}

/** A thread with the positions of its stories, oldest first. */
export interface ThreadList {
  readonly slug: string
  readonly title: string
  readonly positions: readonly number[]
}

/** A file to write, relative to the output folder. */
export interface SiteFile {
  readonly file: string
  /** UTF-8. */
  readonly bytes: Uint8Array
}

/** A file of this text. */
export function textFile(file: string, text: string): SiteFile {
  return { file, bytes: Buffer.from(text) }
}

/** When a story last changed. */
export function changedAt({ published, updated }: Pick<Story, 'published' | 'updated'>): string {
  return updated ?? published
}

/** When one of these last changed; the start of 1970 without any, because a feed needs a date and a build reads no clock. */
export function newestChange(stories: readonly Pick<Story, 'published' | 'updated'>[]): string {
  const changes = stories.map(changedAt)
  return changes.length === 0 ? '1970-01-01T00:00:00Z' : changes.reduce((newest, change) => (change > newest ? change : newest))
}
