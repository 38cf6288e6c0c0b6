import { corpus } from './corpus/corpus.ts'
import { serveSeeds, type Site } from './site.ts'

/** A site of this many made-up stories in the shape of a real archive. */
export function serveCorpus(stories: number): Promise<Site> {
  return serveSeeds(Object.fromEntries([...corpus({ stories })].map(({ path, content }) => [path, content])))
}
