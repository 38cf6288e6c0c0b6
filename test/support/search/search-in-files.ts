import { MissingFile } from '../../../src/client/data/fetch-bundle.ts'
import { loadStem } from '../../../src/client/search/load-stem.ts'
import { openFind, type FindFor } from '../../../src/client/search/open-search.ts'
import { buildFindIndex } from '../../../src/node/search/build-index.ts'
import type { FindStory } from '../../../src/node/search/indexed-story.ts'

/** The files of an index, by name, and which of them is the directory. */
export interface WrittenIndex {
  readonly files: Map<string, string>
  readonly name: string
  readonly language: string
}

/** Writes the index of stories, oldest first. */
export function writeIndex(stories: readonly FindStory[], language = 'en'): WrittenIndex {
  const name = 'v1'
  return { files: buildFindIndex({ stories, language, version: name }), name, language }
}

/** The reader over written files; `asked` is told of every file that is read. */
export function findIn({ files, name, language }: WrittenIndex, asked: (file: string) => void = () => undefined): FindFor {
  const read = (file: string): Promise<unknown> => {
    asked(file)
    const json = files.get(file)
    return json === undefined ? Promise.reject(new MissingFile(file)) : Promise.resolve(JSON.parse(json))
  }
  return openFind(read, { name, language }, loadStem)
}
