import type { RelatedStory, Story, StoryImage } from './bundle.ts'
import { storyPath } from './permalinks.ts'
import type { PageData } from './render-page.ts'
import { storyIdOf } from './slug.ts'

/** What most stories say in these fields: their pages leave it out. */
export const USUAL: Omit<Story, 'id' | 'slug' | 'title' | 'excerpt' | 'published' | 'images'> = {
  provider: null,
  authors: [],
  type: 'article',
  topics: [],
  image: null,
  heat: 0,
  quality: 0,
  unpublished: false,
  alsoCoveredBy: [],
  lead: null,
  coveredElsewhere: [],
  fullExcerpt: null,
  updated: null,
  originalUrl: null,
  video: null,
  bodyHtml: null,
  language: null,
  related: [],
  thread: null,
}

/** The same of an entry of the sidebar. */
export const USUAL_RELATED: Omit<RelatedStory, 'title'> = { published: null, provider: null, type: 'article', slug: null, url: null, reason: { kind: 'none' } }

/** A story as its own page holds it: without what is usual, and what follows from other fields. */
export interface PackedStory extends Omit<Story, keyof typeof USUAL | 'id' | 'images'>, Partial<Omit<typeof USUAL, 'related'>> {
  /** What follows the shortened excerpt, in place of the whole one. */
  readonly excerptRest?: string
  /** Where they are others than `image`. */
  readonly images?: readonly StoryImage[]
  readonly related?: readonly PackedRelated[]
}

type PackedRelated = Pick<RelatedStory, 'title'> & Partial<RelatedStory>

type StoryPage = Extract<PageData, { readonly view: 'story' }>

/** The data of a story's page, as its JSON holds it. */
type PackedStoryPage = Omit<StoryPage, 'path' | 'story'> & { readonly story: PackedStory }

/** What a page's JSON holds. */
export type PackedPageData = Exclude<PageData, StoryPage> | PackedStoryPage

/** The data that was packed. */
export function unpackPage(page: PackedStoryPage): StoryPage {
  return { ...page, path: storyPath(page.story.slug), story: unpackStory(page.story) }
}

function unpackStory({ excerptRest, related = [], ...packed }: PackedStory): Story {
  return {
    ...USUAL,
    images: usualImages(packed),
    ...packed,
    id: storyIdOf(packed.slug),
    ...(excerptRest !== undefined && { fullExcerpt: packed.excerpt.slice(0, -1) + excerptRest }),
    related: related.map((entry) => ({ ...USUAL_RELATED, ...entry })),
  }
}

/** The pictures of a story with one picture, or none. */
export function usualImages({ image = null }: Pick<PackedStory, 'image'>): readonly StoryImage[] {
  return image === null ? [] : [image]
}
