import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchCachedStories } from '../../../src/client/search/search-cached.ts'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'
import { stemmerFor } from '../../../src/node/lib/stemmer.ts'
import type { StorySummary } from '../../../src/shared/contract/bundle.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { NaiveSearch } from '../../support/search/naive-search.ts'
import { eachWord, filters, manyStories } from '../../support/search/stories.ts'
import '../../support/property-setup.ts'

/** The summary of a story; its slug is its position. */
function toSummary({ coverage, ...story }: IndexedStory, position: number): StorySummary {
  const coveredElsewhere = coverage.map(({ title, provider }) => ({ title, provider: provider && { ...provider, domain: '' }, url: 'https://e.example/' }))
  return { ...story, slug: String(position), image: null, authors: story.authors.map(({ name }) => name), unpublished: false, alsoCoveredBy: [], lead: null, coveredElsewhere }
}

test('cached stories are sorted like the index, whatever order they were cached in', () => {
  // Many with the same time, which the order must still distinguish.
  const equals = manyStories({ maxLength: 30 }).map((stories) => stories.map((story) => ({ ...story, published: `${story.published.slice(0, 7)}-01T00:00:00Z` })))
  const shuffled = equals.chain((stories) =>
    fc.tuple(fc.constant(stories), fc.shuffledSubarray(stories.map(toSummary), { minLength: stories.length })),
  )
  fc.assert(
    fc.property(shuffled, fc.constantFrom('latest', 'heat', 'quality'), ([stories, cached], sort) => {
      const filter = { ...EVERYTHING, sort }
      const stem = stemmerFor('en')
      expect(searchCachedStories(cached, filter, stem).stories.map(({ slug }) => Number(slug))).toEqual(new NaiveSearch(stories, stem).search(filter))
    }),
  )
})

test('a search of cached stories finds what the index would', () => {
  fc.assert(
    fc.property(manyStories({ maxLength: 30 }), fc.array(filters, { minLength: 8, maxLength: 8 }), (stories, asked) => {
      const stem = stemmerFor('en')
      const scan = new NaiveSearch(stories, stem)
      for (const filter of [...asked, ...eachWord]) {
        const found = searchCachedStories(stories.map(toSummary), filter, stem).stories.map(({ slug }) => Number(slug))
        expect(found.sort((a, b) => a - b)).toEqual(scan.search(filter).sort((a, b) => a - b))
      }
    }),
  )
})
