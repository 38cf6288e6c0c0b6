import type { StorySummary } from '../../shared/contract/bundle.ts'
import { cacheNameOf, type CacheKind } from '../../shared/contract/cache-policy.ts'
import { pageDataIn } from '../../shared/contract/page-data-script.ts'

/** Every story told of by a file, or carried by a page, that the service worker keeps on this device. */
export async function keptStories(): Promise<StorySummary[]> {
  const [pages, files] = await Promise.all([readKept('pages', pageDataIn), readKept('data', JSON.parse)])
  // A story in both is told of by the file, which is asked for more often.
  return [...new Map([...pages, ...files].flatMap(storiesIn).map((story) => [story.id, story])).values()]
}

/** What is read in everything kept of a kind. */
async function readKept(kind: CacheKind, read: (text: string) => unknown): Promise<unknown[]> {
  const cache = await caches.open(cacheNameOf(kind, new URL(import.meta.env.BASE_URL, location.origin).href))
  const readOne = async (request: Request): Promise<unknown> => {
    const response = await cache.match(request)
    return response && read(await response.text())
  }
  // What can not be read, which a host may have answered with, leaves the others.
  return Promise.all((await cache.keys()).map((request) => readOne(request).catch(() => null)))
}

/** What holds stories: the catalog and a topic their newest, a page what it shows. */
type Holder = Partial<Record<'newest' | 'catalog' | 'topic' | 'story', unknown>>

/** The stories in a file or a page's data: itself one, a list of them, or what holds some. */
function storiesIn(told: unknown): StorySummary[] {
  if (typeof told !== 'object' || told === null) return []
  if (Array.isArray(told)) return told.flatMap(storiesIn)
  if ('slug' in told && 'published' in told) return [told as StorySummary]
  const { newest, catalog, topic, story }: Holder = told
  return [newest, catalog, topic, story].flatMap(storiesIn)
}
