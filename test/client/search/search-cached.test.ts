import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchKept } from '../../../src/client/search/search-cached.ts'
import type { FindStory } from '../../../src/node/search/indexed-story.ts'
import { stemmerFor } from '../../../src/node/search/stemmer.ts'
import type { StorySummary } from '../../../src/shared/contract/bundle.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { StoryScan } from '../../support/search/scan-stories.ts'
import { eachWord, filters, manyStories } from '../../support/search/stories.ts'
import '../../support/property-setup.ts'

/** What a card knows of a story; its id is its position. */
function toSummary({ coverage, ...story }: FindStory, position: number): StorySummary {
  const coveredElsewhere = coverage.map(({ title, provider }) => ({ title, provider: provider && { ...provider, domain: '' }, url: 'https://e.example/' }))
  return { ...story, id: String(position).padStart(2, '0'), slug: String(position), image: null, unpublished: false, alsoCoveredBy: [], coveredElsewhere }
}

test('what is kept stands in the order of the index, in whichever order it was kept', () => {
  // Many of one time, which the order has to tell apart.
  const equals = manyStories({ maxLength: 30 }).map((stories) => stories.map((story) => ({ ...story, published: `${story.published.slice(0, 7)}-01T00:00:00Z` })))
  const shuffled = equals.chain((stories) =>
    fc.tuple(fc.constant(stories), fc.shuffledSubarray(stories.map(toSummary), { minLength: stories.length })),
  )
  fc.assert(
    fc.property(shuffled, fc.constantFrom('latest', 'heat', 'quality'), ([stories, kept], sort) => {
      const filter = { ...EVERYTHING, sort }
      const stem = stemmerFor('en')
      expect(matchKept(kept, filter, stem).stories.map(({ id }) => Number(id))).toEqual(new StoryScan(stories, stem).find(filter))
    }),
  )
})

test('a look at what is kept finds the stories that the index would', () => {
  fc.assert(
    fc.property(manyStories({ maxLength: 30 }), fc.array(filters, { minLength: 8, maxLength: 8 }), (stories, asked) => {
      const stem = stemmerFor('en')
      const scan = new StoryScan(stories, stem)
      for (const filter of [...asked, ...eachWord]) {
        const found = matchKept(stories.map(toSummary), filter, stem).stories.map(({ id }) => Number(id))
        expect(found.sort((a, b) => a - b)).toEqual(scan.find(filter).sort((a, b) => a - b))
      }
    }),
  )
})
