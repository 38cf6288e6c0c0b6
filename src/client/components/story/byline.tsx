import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../../shared/contract/slug.ts'
import { EVERYTHING } from '../../../shared/filter/everything.ts'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { hrefTo } from '../contexts/href.ts'

/** A story's provider and authors, as links to their stories. */
export function Byline({ story: { provider, authors } }: { readonly story: Pick<StorySummary, 'provider' | 'authors'> }): ReactNode {
  return (
    <>
      {provider && link(provider.name, { providers: [provider.domain] })}
      {authors.map((name) => {
        const slug = toTopicSlug(name)
        return slug === '' ? <bdi key={name}>{name}</bdi> : link(name, { authors: [slug] })
      })}
    </>
  )
}

function link(name: string, filter: Partial<FeedFilter>): ReactNode {
  return (
    <a key={name} href={hrefTo(filterPath({ ...EVERYTHING, ...filter }))} dir="auto">
      {name}
    </a>
  )
}
