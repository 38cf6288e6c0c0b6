import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemmerFor } from '../../src/node/find-stemmer.ts'
import type { FindDirectory } from '../../src/shared/find-format.ts'
import { dataFiles } from '../../src/shared/permalinks.ts'
import { findIn, writeIndex, type WrittenIndex } from '../support/find/find-in-files.ts'
import { StoryScan } from '../support/find/scan-stories.ts'
import { filters, manyStories } from '../support/find/stories.ts'
import '../support/property-setup.ts'

const LANGUAGES = fc.constantFrom('en', 'de-CH', 'ja', 'ru')

test('the index finds what a look at every text finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(manyStories({ maxLength: 40 }), fc.array(filters, { minLength: 8, maxLength: 8 }), LANGUAGES, async (stories, asked, language) => {
      const find = findIn(writeIndex(stories, language))()
      const scan = new StoryScan(stories, stemmerFor(language))
      for (const filter of asked) expect([...(await find.find(filter)).positions], JSON.stringify(filter)).toEqual(scan.find(filter))
    }),
  )
})

test('the index counts what a look at every story counts', async () => {
  await fc.assert(
    fc.asyncProperty(manyStories({ maxLength: 40 }), fc.array(filters, { minLength: 8, maxLength: 8 }), async (stories, asked) => {
      const index = writeIndex(stories)
      const find = findIn(index)()
      const scan = new StoryScan(stories, stemmerFor('en'))
      for (const filter of asked) expect(await find.count(filter), JSON.stringify(filter)).toEqual(scan.count(filter, stepsOf(index)))
    }),
  )
})

function stepsOf({ files, name }: WrittenIndex): readonly number[] {
  return (JSON.parse(files.get(dataFiles.findDirectory(name)) ?? '') as FindDirectory).heatSteps
}
