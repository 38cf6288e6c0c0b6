import type { ReadOptions } from '../../config/read-options.ts'
import type { StoryImage, StoryType, StoryVideo } from '../../../shared/contract/bundle.ts'

/** Most topics of a story: each has pages and feeds of its own, which name all topics of each of their stories. */
export const MAX_TOPICS = 30

/** Most entries of a story's `related` list: each appears on the story's page and on the pages of the stories it names. */
export const MAX_COVERAGE = 50

/** Where a seed is, for the image files that it names. */
export interface SeedPlace {
  /** The seeds folder, absolute. */
  readonly root: string
  /** The seed's path under it, with `/`. */
  readonly path: string
  /** Receives the files that the story depends on: absolute paths with their fingerprints (`locatedFingerprintOf`). */
  readonly dependencies: Map<string, string>
  readonly options: ReadOptions
}

/** A publisher as one seed names it; the name to show is chosen once all seeds are known. */
export interface SeedProvider {
  /** Lower case, without `www.`: the provider's identity. */
  readonly domain: string
  /** As this seed spells it. */
  readonly name: string
}

/** The typed and cleaned content of one valid seed, before it is compared with others. */
export interface SeedStory {
  /** Path under the seeds folder, with `/`; the order of whatever has no better one. */
  readonly path: string
  readonly id: string
  readonly slug: string
  /** Canonical address (tracking parameters removed, host lower-cased); null for the owner's own writing. */
  readonly url: string | null
  readonly title: string
  /** Plain text, white space collapsed; empty when there is none. */
  readonly excerpt: string
  /** Whether the excerpt is the beginning of the body. */
  readonly isExcerptOfBody: boolean
  readonly published: string
  readonly updated: string | null
  readonly provider: SeedProvider | null
  readonly type: StoryType
  /** Names of the authors, without duplicates. */
  readonly authors: readonly string[]
  /** Names as the seed spells them, without duplicates. */
  readonly topics: readonly string[]
  /** In the seed's order, without duplicates. An image file in the seeds folder has the `url` `data/images/<name>`. */
  readonly images: readonly StoryImage[]
  readonly video: StoryVideo | null
  readonly heat: number
  readonly quality: number
  readonly unpublished: boolean
  /** The owner's own writing with `draft: true`: never shown. */
  readonly draft: boolean
  readonly language: string | null
  /** The event that the seed puts its story into, as a slug; `none` keeps it alone, and null leaves it open. */
  readonly event: string | null
  /** Other names and addresses of the story on its own site, such as `/2022/07/01/title.html`. */
  readonly aliases: readonly string[]
  /** Sanitised HTML; null when the body is blank. A link to another note is `<a data-note="…">`. */
  readonly bodyHtml: string | null
  /** The seed's `related` list. */
  readonly coverage: readonly SeedCoverage[]
}

/** One entry of a seed's `related` list. */
export interface SeedCoverage {
  /** The id of the story at this address, whether or not a seed has it. */
  readonly id: string
  /** Canonical address. */
  readonly url: string
  readonly title: string
  readonly published: string | null
  readonly provider: SeedProvider | null
  readonly image: StoryImage | null
  readonly type: StoryType
}

/** An image file that a story shows. It is copied into the bundle, named after its content's hash. */
export interface SeedImageFile {
  /** `data/images/<hash>.<ext>`. */
  readonly file: string
  /** Absolute path, inside the seeds folder. */
  readonly source: string
}
