import type { Story } from '../../shared/contract/bundle.ts'
import { USUAL, USUAL_RELATED, usualImages, type PackedPageData, type PackedStory } from '../../shared/contract/packed-story.ts'
import type { PageData } from '../../shared/contract/render-page.ts'

const USUAL_JSON = toJson(USUAL)
const USUAL_RELATED_JSON = toJson(USUAL_RELATED)

/** A page's data as JSON, for `parsePageData`: a story's without what can be told from the rest. */
export function toPageJson(data: PageData): string {
  const packed: PackedPageData = data.view === 'story' ? { site: data.site, view: data.view, story: packStory(data.story) } : data
  return JSON.stringify(packed)
}

/** Packs a story for its page, whose HTML says most of it already. */
function packStory(story: Story): PackedStory {
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

/** An object without the fields that say what is usual. */
function withoutUsual<T extends object>(value: T, usual: ReadonlyMap<string, string>): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name, content]) => JSON.stringify(content) !== usual.get(name))) as Partial<T>
}

function toJson(value: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(value).map(([name, content]) => [name, JSON.stringify(content)]))
}
