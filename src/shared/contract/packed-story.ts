import type { RelatedStory, Story, StoryImage } from './bundle.ts'
import { storyIdOf } from './slug.ts'

/** What most stories say in these fields: their pages leave it out. */
const USUAL: Omit<Story, 'id' | 'slug' | 'title' | 'excerpt' | 'published' | 'images'> = {
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

const USUAL_RELATED: Omit<RelatedStory, 'title'> = { published: null, provider: null, type: 'article', slug: null, url: null, reason: { kind: 'none' } }

const USUAL_JSON = toJson(USUAL)
const USUAL_RELATED_JSON = toJson(USUAL_RELATED)

/** A story as its own page holds it: without what is usual, and what other fields tell. */
export interface PackedStory extends Omit<Story, keyof typeof USUAL | 'id' | 'images'>, Partial<Omit<typeof USUAL, 'related'>> {
  /** What follows the shortened excerpt, in place of the whole one. */
  readonly excerptRest?: string
  /** Where they are others than `image`. */
  readonly images?: readonly StoryImage[]
  readonly related?: readonly PackedRelated[]
}

type PackedRelated = Pick<RelatedStory, 'title'> & Partial<RelatedStory>

/** Packs a story for its page, whose HTML says most of it already. */
export function packStory(story: Story): PackedStory {
  const { id: _, slug, title, excerpt, published, images, related, ...others } = story
  const start = excerpt.slice(0, -1)
  const rest = excerpt.endsWith('…') && others.fullExcerpt?.startsWith(start) === true ? others.fullExcerpt.slice(start.length) : null
  return {
    slug,
    title,
    excerpt,
    ...(rest !== null && { excerptRest: rest }),
    published,
    ...withoutUsual(rest === null ? others : { ...others, fullExcerpt: null }, USUAL_JSON),
    ...(JSON.stringify(images) !== JSON.stringify(usualImages(story)) && { images }),
    ...(related.length > 0 && { related: related.map(({ title: name, ...entry }) => ({ title: name, ...withoutUsual(entry, USUAL_RELATED_JSON) })) }),
  }
}

/** The story that was packed. */
export function unpackStory({ excerptRest, related = [], ...packed }: PackedStory): Story {
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
function usualImages({ image = null }: Pick<PackedStory, 'image'>): readonly StoryImage[] {
  return image === null ? [] : [image]
}

/** An object without the fields that say what is usual. */
function withoutUsual<T extends object>(value: T, usual: ReadonlyMap<string, string>): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name, content]) => JSON.stringify(content) !== usual.get(name))) as Partial<T>
}

function toJson(value: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(value).map(([name, content]) => [name, JSON.stringify(content)]))
}
