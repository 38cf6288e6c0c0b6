import type { StorySummary } from '../../shared/bundle.ts'
import { cacheNameOf } from '../../shared/kept-files.ts'

/** Every story told of by a file that the service worker keeps on this device. */
export async function keptStories(): Promise<StorySummary[]> {
  const cache = await caches.open(cacheNameOf('data', new URL(import.meta.env.BASE_URL, location.origin).href))
  const responses = await Promise.all((await cache.keys()).map((request) => cache.match(request)))
  // A file that can not be read, which a host may have answered with, leaves those of the others.
  const files = await Promise.all(responses.map((response) => response?.json().catch(() => null) as Promise<unknown> | undefined))
  return [...new Map(files.flatMap(storiesIn).map((story) => [story.id, story])).values()]
}

/** The stories in a file: in a list of them, or among the newest of the catalog or a topic. */
function storiesIn(file: unknown): StorySummary[] {
  const list: unknown = typeof file === 'object' && file !== null && 'newest' in file ? file.newest : file
  const isStory = (entry: unknown) => typeof entry === 'object' && entry !== null && 'slug' in entry && 'published' in entry
  return Array.isArray(list) ? list.filter((entry): entry is StorySummary => isStory(entry)) : []
}
