import type { StorySummary } from '../../src/shared/contract/bundle.ts'

/** What a card shows of a plain story. */
export function makeSummary(fields: Partial<StorySummary> & { readonly id: string }): StorySummary {
  return {
    slug: `story-${fields.id}`,
    title: `Story ${fields.id}`,
    excerpt: '',
    published: '2020-05-20T08:00:00Z',
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
    ...fields,
  }
}
