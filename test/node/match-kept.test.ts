import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchKept } from '../../src/client/find/match-kept.ts'
import type { FindStory } from '../../src/node/find-index.ts'
import { stemmerFor } from '../../src/node/find-stemmer.ts'
import type { StorySummary } from '../../src/shared/bundle.ts'
import { StoryScan } from '../support/find/scan-stories.ts'
import { eachWord, filters, manyStories } from '../support/find/stories.ts'
import '../support/property-setup.ts'

/** What a card knows of a story; its id is its position. */
function toSummary({ coverage, ...story }: FindStory, position: number): StorySummary {
  const coveredElsewhere = coverage.map(({ title, provider }) => ({ title, provider: provider && { ...provider, domain: '' }, url: 'https://e.example/' }))
  return { ...story, id: String(position), slug: String(position), image: null, unpublished: false, alsoCoveredBy: [], coveredElsewhere }
}

test('a look at what is kept finds the stories that the index would', () => {
  fc.assert(
    fc.property(manyStories({ maxLength: 30 }), fc.array(filters, { minLength: 8, maxLength: 8 }), (stories, asked) => {
      const stem = stemmerFor('en')
      const scan = new StoryScan(stories, stem)
      for (const filter of [...asked, ...eachWord]) {
        const found = matchKept(stories.map(toSummary), filter, stem).map(({ id }) => Number(id))
        expect(found.sort((a, b) => a - b)).toEqual(scan.find(filter).sort((a, b) => a - b))
      }
    }),
  )
})
