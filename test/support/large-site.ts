import { corpus } from './corpus/corpus.ts'
import { serveSeeds, type Site } from './site.ts'

let site: Promise<Site> | undefined

/** A site of 10,000 stories in the shape of the archive, built once for all browser tests. */
export function largeSite(): Promise<Site> {
  site ??= serveSeeds(Object.fromEntries([...corpus({ stories: 10_000 })].map(({ path, content }) => [path, content])))
  return site
}
