import type { StoryImage, StoryType, StoryVideo } from '../../../shared/contract/bundle.ts'

/** Who published, as one seed says it; names are settled once all seeds are known. */
export interface SeedProvider {
  /** Lower case, without `www.`: the provider's identity. */
  readonly domain: string
  /** As this seed spells it. */
  readonly name: string
}

/** What one valid seed says by itself, typed and cleaned, before it has met the others. */
export interface SeedStory {
  /** Path under the seeds folder, with `/`; the order of everything that has no better order. */
  readonly path: string
  readonly id: string
  readonly slug: string
  /** Canonical address (tracking parameters removed, host lower-cased); null for the owner's own writing. */
  readonly url: string | null
  readonly title: string
  /** Plain text, white space folded; empty when there is none. */
  readonly excerpt: string
  readonly published: string
  readonly updated: string | null
  readonly provider: SeedProvider | null
  readonly type: StoryType
  /** Names as the seed spells them, without repeats. */
  readonly topics: readonly string[]
  /** In the seed's order, without repeats. A picture beside the seed has the `url` `data/images/<name>`. */
  readonly images: readonly StoryImage[]
  readonly video: StoryVideo | null
  readonly heat: number
  readonly quality: number
  readonly unpublished: boolean
  readonly language: string | null
  /** Sanitised HTML; null when the body is blank. */
  readonly bodyHtml: string | null
  /** The seed's `related` list. */
  readonly coverage: readonly SeedCoverage[]
}

/** One entry of a seed's `related` list. */
export interface SeedCoverage {
  /** The id of the story at this address, wherever it is told. */
  readonly id: string
  /** Canonical address. */
  readonly url: string
  readonly title: string
  readonly published: string | null
  readonly provider: SeedProvider | null
  readonly image: StoryImage | null
  readonly type: StoryType
}

/** A file beside a seed that a story shows; copied into the bundle under its content's hash. */
export interface SeedImageFile {
  /** `data/images/<hash>.<ext>`. */
  readonly file: string
  /** Absolute path, inside the seeds folder. */
  readonly source: string
}
