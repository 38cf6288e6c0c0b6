import { expect, test } from 'vitest'
import { FileStore, type ReadFile } from '../../../src/client/search/file-store.ts'
import { loadStem } from '../../../src/client/search/load-stem.ts'
import { openSearch } from '../../../src/client/search/open-search.ts'
import { dataFiles } from '../../../src/shared/contract/permalinks.ts'
import { EVERYTHING } from '../../support/everything.ts'
import { writeIndex } from '../../support/search/search-in-files.ts'
import { plainStory } from '../../support/search/stories.ts'

test('Where the page does not say the version, the catalog names the index', async () => {
  const { files, name, language } = writeIndex([plainStory('Robots lend books')])
  files.set(dataFiles.catalog, JSON.stringify({ version: name }))
  const read: string[] = []
  const readFile = (_kind: string, file: string) => {
    read.push(file)
    return Promise.resolve(JSON.parse(files.get(file) ?? 'null') as unknown)
  }
  const engine = openSearch(new FileStore(readFile as ReadFile), { name: undefined, language }, loadStem)()
  expect([...(await engine.search({ ...EVERYTHING, words: 'robots' })).positions]).toEqual([0])
  expect(read.slice(0, 2)).toEqual([dataFiles.catalog, dataFiles.searchDirectory(name)])
})
