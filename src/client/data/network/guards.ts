/**
 * Checks that fetched JSON is what the contract says: a login page, a proxy's error or the file of another version must
 * not reach a view. The types demand a check for every field. Loaded with the first file, not with the first screen.
 */
import type { ArchivedStory, CoverageElsewhere, CoverageLink, Provider, ProviderCount, RelatedReason, RelatedStory, ResizedImage, Story, StoryImage, StorySummary, StoryThread, StoryType, StoryVideo, ThreadPage, ThreadStory, Topic, TopicCount, TypeCount } from '../../../shared/contract/bundle.ts'
import type { Site } from '../../../shared/contract/site.ts'
import type { FacetFiles, IndexDirectory, PayloadShard, TermSegment } from '../../../shared/search/index-format.ts'
import type { BundleFiles } from './bundle-files.ts'

type Guard<T> = (value: unknown) => value is T
type Guards<T> = { readonly [K in keyof T]-?: Guard<T[K]> }

const text = (value: unknown): value is string => typeof value === 'string'
const number = (value: unknown): value is number => typeof value === 'number'
const flag = (value: unknown): value is boolean => typeof value === 'boolean'
/** No other scheme may become a link or the source of a picture. */
const address = (value: unknown): value is string => text(value) && /^https?:\/\//i.test(value)
const picture = (value: unknown): value is string => address(value) || (text(value) && /^data\/images\/[\w.-]+$/.test(value))

function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

function list<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard)
}

function pair<A, B>(first: Guard<A>, second: Guard<B>): Guard<readonly [A, B]> {
  return (value): value is readonly [A, B] => Array.isArray(value) && first(value[0]) && second(value[1])
}

function either<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value): value is A | B => first(value) || second(value)
}

/** For a key that may be missing. */
function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value)
}

function object<T>(fields: Guards<T>): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(fields)
  return (value): value is T => typeof value === 'object' && value !== null && guards.every(([key, guard]) => guard((value as Record<string, unknown>)[key]))
}

const type = (value: unknown): value is StoryType => value === 'article' || value === 'video'
const topic: Guards<Topic> = { slug: text, name: text }
const topicCount: Guards<TopicCount> = { ...topic, stories: number }
const provider: Guards<Provider> = { domain: text, name: text }
const isProvider = nullable(object(provider))
const resized = object<ResizedImage>({ name: (value): value is string => text(value) && /^\w+$/.test(value), widths: list(number), colour: text })
const image = object<StoryImage>({ url: picture, width: nullable(number), height: nullable(number), caption: nullable(text), attribution: nullable(text), resized: optional(resized) })
const summary: Guards<StorySummary> = {
  id: text,
  slug: text,
  title: text,
  excerpt: text,
  published: text,
  provider: isProvider,
  authors: list(text),
  type,
  topics: list(object(topic)),
  image: nullable(image),
  heat: number,
  quality: number,
  foreignLanguage: optional(text),
  unpublished: flag,
  lead: (value): value is StorySummary | null => value === null || isSummary(value),
  alsoCoveredBy: list(object<CoverageLink>({ id: text, position: number, slug: text, title: text, published: text, provider: isProvider })),
  coveredElsewhere: list(object<CoverageElsewhere>({ title: text, url: address, provider: isProvider })),
}
const isSummary = object(summary)
const summaries = list(isSummary)

function reason(value: unknown): value is RelatedReason {
  if (object<{ kind: string }>({ kind: text })(value)) {
    if (value.kind === 'topic') return object({ topic: object(topic) })(value)
    if (value.kind === 'words') return object({ words: list(text) })(value)
    return value.kind === 'coverage' || value.kind === 'none'
  }
  return false
}

const related: Guards<RelatedStory> = {
  title: text,
  published: nullable(text),
  provider: nullable(text),
  type,
  slug: nullable(text),
  url: nullable(address),
  reason,
}
const story: Guards<Story> = {
  ...summary,
  fullExcerpt: nullable(text),
  updated: nullable(text),
  originalUrl: nullable(address),
  images: list(image),
  video: nullable(object<StoryVideo>({ url: address, playerUrl: nullable(address) })),
  bodyHtml: nullable(text),
  language: nullable(text),
  related: list(object(related)),
  thread: nullable(object<StoryThread>({ slug: text, stories: list(object<ThreadStory>({ slug: text, title: text, published: text })) })),
}
const version = { format: number, version: text }
const texts = list(text)
const facetColumn = pair(text, text)
const facetColumns = list(facetColumn)
const scores = either(text, list(number))
const facetFiles = object<FacetFiles>({ names: texts, columns: texts })

/** A check for each kind of file. */
export const GUARDS: { readonly [K in keyof BundleFiles]: Guard<BundleFiles[K]> } = {
  version: object(version),
  catalog: object({
    ...version,
    site: object<Site>({ title: text, description: optional(text), language: text, url: nullable(address), timeZone: optional(text) }),
    stories: number,
    newest: summaries,
    storyFiles: number,
    topics: list(object(topicCount)),
    topicCount: number,
    providers: list(object<ProviderCount>({ ...provider, stories: number })),
    providerCount: number,
    types: list(object<TypeCount>({ type, stories: number })),
    scores: list((value): value is 'heat' | 'quality' => value === 'heat' || value === 'quality'),
  }),
  topics: list(object(topicCount)),
  providers: list(object<ProviderCount>({ ...provider, stories: number })),
  months: list(pair(text, number)),
  feedPage: summaries,
  topicPage: object({ ...topicCount, newest: summaries }),
  stories: list(object(story)),
  thread: object<ThreadPage>({ slug: text, title: text, page: nullable(number), pages: number, count: number, stories: list(object<ArchivedStory>({ slug: text, title: text, published: text, provider: nullable(text) })) }),
  searchDirectory: object({
    stories: number,
    segments: list(object<TermSegment>({ from: number, firstKeys: texts, terms: texts, wordPositions: text, payloads: optional(text) })),
    firstDay: number,
    days: text,
    dayStories: text,
    facets: object<IndexDirectory['facets']>({ topics: facetFiles, providers: facetFiles, authors: facetFiles }),
    heat: texts,
    quality: texts,
    ids: texts,
    heatSteps: list(number),
    spelling: text,
    languages: optional(texts),
  }),
  searchTerms: object({ keys: texts, stories: texts, titles: texts, forms: list(pair(number, texts)), names: list(pair(number, text)) }),
  searchWordPositions: texts,
  searchPayloads: object<PayloadShard>({ keys: texts, topics: facetColumns, providers: facetColumns, authors: facetColumns, heat: list(scores) }),
  searchFacetNames: list(either(text, pair(text, text))),
  searchFacetColumn: facetColumn,
  searchIds: text,
  searchScores: scores,
  searchShards: object({ firstKeys: texts, shards: texts }),
  searchSpellingShard: object({ keys: texts, frequencies: text }),
}
