import type { StorySummary } from '../../shared/contract/bundle.ts'
import { cacheNameOf, type CacheKind } from '../../shared/contract/cache-policy.ts'
import { pageDataIn } from '../../shared/contract/page-data-script.ts'

/** Every story in the data files and pages that the service worker has cached on this device. */
export async function cachedStories(): Promise<StorySummary[]> {
  const [pages, files] = await Promise.all([readCache('pages', pageDataIn), readCache('data', JSON.parse)])
  // A story in both is taken from the file, which is refreshed more often.
  return [...new Map([...pages, ...files].flatMap(storiesIn).map((story) => [story.id, story])).values()]
}

/** The parsed content of everything cached of a kind; null for what cannot be parsed. */
async function readCache(kind: CacheKind, read: (text: string) => unknown): Promise<unknown[]> {
  const cache = await caches.open(cacheNameOf(kind, new URL(import.meta.env.BASE_URL, location.origin).href))
  const readOne = async (request: Request): Promise<unknown> => {
    const response = await cache.match(request)
    return response && read(await response.text())
  }
  // A host may have answered with something unreadable; the rest still counts.
  return Promise.all((await cache.keys()).map((request) => readOne(request).catch(() => null)))
}

/** Data that contains stories: the catalog and a topic their newest, a page what it shows. */
type StoryContainer = Partial<Record<'newest' | 'catalog' | 'topic' | 'story', unknown>>

/** The stories in a file or a page's data, which is a story, a list, or a container of them. */
function storiesIn(data: unknown): StorySummary[] {
  if (typeof data !== 'object' || data === null) return []
  if (Array.isArray(data)) return data.flatMap(storiesIn)
  if ('slug' in data && 'published' in data) return [data as StorySummary]
  const { newest, catalog, topic, story }: StoryContainer = data
  return [newest, catalog, topic, story].flatMap(storiesIn)
}
