import type { IndexDirectory, ScoreColumn } from '../../shared/search/index-format.ts'
import { decodeNumbers, unzigzag } from '../../shared/search/varint.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { Stem } from '../../shared/search/stemmer-names.ts'
import type { FileStore } from './file-store.ts'
import { loadStoryIds, type StoryIds } from './story-ids.ts'
import { StoryDays } from './story-days.ts'
import { TermIndex } from './term-index.ts'

/** An index whose directory is loaded; other files are fetched when needed. */
export interface OpenIndex {
  readonly stories: number
  readonly directory: IndexDirectory
  readonly terms: TermIndex
  readonly days: StoryDays
  /** The stemmers of the site's language and of others that stories have. */
  readonly stems: readonly Stem[]
  readonly store: FileStore
  /** One number for each story. */
  scores(kind: 'heat' | 'quality', signal?: AbortSignal): Promise<Float64Array>
  ids(signal?: AbortSignal): Promise<StoryIds>
}

/** Loads the stemmer of a BCP 47 language. */
export type LoadStem = (language: string) => Promise<Stem>

/** Which index to read, according to the catalog. */
export interface IndexSource {
  /** The directory's name: the bundle's version. Undefined where the page does not say it; then the catalog is read first. */
  readonly name: string | undefined
  /** The site's language. */
  readonly language: string
}

/** Opens an index. */
export async function openIndex(store: FileStore, { name, language }: IndexSource, loadStem: LoadStem): Promise<OpenIndex> {
  const readDirectory = async () => {
    const version = name ?? (await store.load('catalog', dataFiles.catalog)).version
    return store.load('searchDirectory', dataFiles.searchDirectory(version))
  }
  const [directory, stem] = await Promise.all([readDirectory(), loadStem(language)])
  // Without one of these, words of its language are found as they are written.
  const others = await Promise.all((directory.languages ?? []).map((other) => loadStem(other).catch(() => null)))
  const scores: { heat?: Float64Array; quality?: Float64Array } = {}
  let ids: StoryIds | undefined
  return {
    stories: directory.stories,
    directory,
    terms: new TermIndex(directory, store),
    days: new StoryDays(directory),
    stems: [stem, ...others.filter((other) => other !== null)],
    store,
    ids: async (signal) => (ids ??= await loadStoryIds(directory, store, signal)),
    scores: async (kind, signal) => (scores[kind] ??= await loadScores(directory, store, kind, signal)),
  }
}

async function loadScores(directory: IndexDirectory, store: FileStore, kind: 'heat' | 'quality', signal?: AbortSignal): Promise<Float64Array> {
  const file = kind === 'heat' ? dataFiles.searchHeat : dataFiles.searchQuality
  const chunks = await Promise.all(directory[kind].map((name) => store.load('searchScores', file(name), signal)))
  return Float64Array.from(chunks.flatMap(decodeScores))
}

/** The scores of a column. */
export function decodeScores(column: ScoreColumn): readonly number[] {
  return typeof column === 'string' ? Array.from(decodeNumbers(column), unzigzag) : column
}
