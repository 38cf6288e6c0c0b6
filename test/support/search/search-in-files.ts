import { MissingFile } from '../../../src/client/data/network/fetch-bundle.ts'
import { GUARDS } from '../../../src/client/data/network/guards.ts'
import { FileStore, type ReadFile } from '../../../src/client/search/file-store.ts'
import { loadStem } from '../../../src/client/search/load-stem.ts'
import { openSearch, type EngineForSignal } from '../../../src/client/search/open-search.ts'
import { buildSearchIndex } from '../../../src/node/search/build-index.ts'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'

/** The files of an index, by name, and which of them is the directory. */
export interface WrittenIndex {
  readonly files: Map<string, string>
  readonly name: string
  readonly language: string
}

/** Writes the index of stories, oldest first. */
export function writeIndex(stories: readonly IndexedStory[], language = 'en'): WrittenIndex {
  const name = 'v1'
  return { files: buildSearchIndex({ stories, language, version: name }), name, language }
}

/** The engine over a written index; `onRead` is called with every file that is read. */
export function searchIn({ files, name, language }: WrittenIndex, onRead: (file: string) => void = () => undefined): EngineForSignal {
  const read: ReadFile = (kind, file) => {
    onRead(file)
    const json = files.get(file)
    if (json === undefined) return Promise.reject(new MissingFile(file))
    const content: unknown = JSON.parse(json)
    return GUARDS[kind](content) ? Promise.resolve(content) : Promise.reject(new Error(`${file} does not fit ${kind}`))
  }
  return openSearch(new FileStore(read), { name, language }, loadStem)
}
