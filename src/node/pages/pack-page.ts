import { isDeepStrictEqual } from 'node:util'
import type { Story } from '../../shared/contract/bundle.ts'
import { USUAL, USUAL_RELATED, usualImages, type PackedPageData, type PackedStory } from '../../shared/contract/packed-story.ts'
import type { PageData } from '../../shared/contract/render-page.ts'

/** A page's data as JSON, for `parsePageData`: a story's without what follows from the rest. */
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
    ...withoutUsual(rest === null ? others : { ...others, fullExcerpt: null }, USUAL),
    ...(!isDeepStrictEqual(images, usualImages(story)) && { images }),
    ...(related.length > 0 && { related: related.map(({ title: name, ...entry }) => ({ title: name, ...withoutUsual(entry, USUAL_RELATED) })) }),
  }
}

/** An object without the fields that say what is usual. */
function withoutUsual<T extends object>(value: T, usual: Readonly<Record<string, unknown>>): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name, content]) => !isDeepStrictEqual(content, usual[name]))) as Partial<T>
}
