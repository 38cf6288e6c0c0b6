import type { Provider } from '../contract/bundle.ts'
import type { PageView, PageStory } from '../contract/page-view.ts'
import { canonicalUrl, feedPath, storyPath, topicPath } from '../contract/permalinks.ts'
import type { Site } from '../contract/site.ts'
import { strictUri } from './strict-uri.ts'

/** Linked data (schema.org) as JSON. */
export type JsonLd = { readonly [key: string]: JsonLdValue }
type JsonLdValue = string | number | JsonLd | readonly JsonLdValue[]

/** A `schema.org` object without its unknown properties. */
function thing(type: string, facts: Readonly<Record<string, JsonLdValue | null>>): JsonLd {
  const known: Record<string, JsonLdValue> = { '@type': type }
  for (const name in facts) {
    const fact = facts[name]
    if (fact !== null && fact !== undefined) known[name] = fact
  }
  return known
}

function inContext(content: JsonLd): JsonLd {
  return { '@context': 'https://schema.org', ...content }
}

/** The story as its provider published it, or the owner's own writing. `image` is absolute. */
export function newsArticle(site: Site, story: PageStory, description: string, image: string | null): JsonLd {
  const url = canonicalUrl(site, storyPath(story.slug))
  return inContext(
    thing(story.originalUrl === null ? 'Article' : 'NewsArticle', {
      headline: story.title,
      description,
      url,
      image: image === null ? null : [image],
      datePublished: story.published,
      dateModified: story.updated,
      inLanguage: story.language,
      articleSection: story.topics[0]?.name ?? null,
      keywords: story.topics.length === 0 ? null : story.topics.map(({ name }) => name),
      author: story.authors.length === 0 ? null : story.authors.map((name) => thing('Person', { name })),
      publisher: publisher(site, story.provider),
      isBasedOn: story.originalUrl === null ? null : strictUri(story.originalUrl),
      isPartOf: website(site),
    }),
  )
}

/** A page that lists stories. Items without an address have only a name. */
export function collectionPage(site: Site, view: Exclude<PageView, { kind: 'story' | 'not-found' }>, name: string, description: string, url: string | null): JsonLd {
  const items = view.stories.map((story, place) =>
    thing('ListItem', { position: place + 1, name: story.title, url: canonicalUrl(site, storyPath(story.slug)) }),
  )
  return inContext(
    thing('CollectionPage', {
      name,
      description,
      url,
      inLanguage: site.language,
      isPartOf: website(site),
      mainEntity: items.length === 0 ? null : thing('ItemList', { numberOfItems: view.count, itemListElement: items }),
    }),
  )
}

/** Front page, topic, story; null while addresses are unknown. */
export function breadcrumbs(site: Site, { title, topics, slug }: PageStory): JsonLd | null {
  const topic = topics[0]
  if (site.url === null || topic === undefined) return null
  const steps: readonly (readonly [name: string, path: string])[] = [[site.title, feedPath], [topic.name, topicPath(topic.slug)], [title, storyPath(slug)]]
  const items = steps.map(([name, path], place) => thing('ListItem', { position: place + 1, name, item: canonicalUrl(site, path) }))
  return inContext(thing('BreadcrumbList', { itemListElement: items }))
}

/** The provider, or the site for the owner's own writing. */
function publisher(site: Site, provider: Provider | null): JsonLd {
  if (provider === null) return thing('Organization', { name: site.title, url: site.url })
  return thing('Organization', { name: provider.name, url: `https://${provider.domain}/` })
}

function website(site: Site): JsonLd {
  return thing('WebSite', { name: site.title, url: site.url })
}
