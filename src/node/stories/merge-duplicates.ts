import type { Issue } from '../issues/issue.ts'
import type { SeedCoverage, SeedStory } from '../seeds/values/seed-story.ts'
import { MAX_COVERAGE, MAX_TOPICS } from '../seeds/values/seed-story.ts'

export interface MergedStories {
  /** One story per id, by path of the seed that was kept. */
  readonly stories: readonly SeedStory[]
  /** Seeds that went into another seed's story. */
  readonly merged: number
  /** One warning for each of them. */
  readonly issues: readonly Issue[]
}

/**
 * Seeds with one canonical address are one story. The richest seed is kept and takes from the
 * others what it lacks. `display` turns a seed's path into the one a person finds it under.
 */
export function mergeDuplicates(seeds: readonly SeedStory[], display: (path: string) => string): MergedStories {
  const byId = new Map<string, SeedStory[]>()
  for (const seed of seeds) {
    const same = byId.get(seed.id)
    if (same === undefined) byId.set(seed.id, [seed])
    else same.push(seed)
  }
  const stories: SeedStory[] = []
  const issues: Issue[] = []
  for (const same of byId.values()) {
    const [kept, ...others] = same.length === 1 ? same : same.sort(compareRichness)
    if (kept === undefined) continue
    if (others.length === 0) {
      stories.push(kept)
      continue
    }
    for (const other of others) issues.push(duplicateIssue(display(other.path), display(kept.path), kept.url))
    stories.push(mergeInto(kept, others, (message) => issues.push(warning(display(kept.path), `The seeds of this story ${message}`))))
  }
  stories.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { stories, merged: seeds.length - stories.length, issues }
}

/** Richest first: body, picture, latest change, longest excerpt, most coverage; then by path. */
function compareRichness(a: SeedStory, b: SeedStory): number {
  return (
    Number(b.bodyHtml !== null) - Number(a.bodyHtml !== null) ||
    Number(b.images.length > 0) - Number(a.images.length > 0) ||
    compareText(b.updated ?? b.published, a.updated ?? a.published) ||
    b.excerpt.length - a.excerpt.length ||
    b.coverage.length - a.coverage.length ||
    compareText(a.path, b.path)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function mergeInto(kept: SeedStory, others: readonly SeedStory[], warn: (message: string) => void): SeedStory {
  const all = [kept, ...others]
  const firstTold = <T>(of: (seed: SeedStory) => T | null): T | null =>
    all.map(of).find((value) => value !== null) ?? null
  const published = all.map((seed) => seed.published).sort()[0] ?? kept.published
  const changed = all.map((seed) => seed.updated ?? seed.published).sort().at(-1) ?? published
  const topics = [...new Set(all.flatMap((seed) => seed.topics))]
  const coverage = uniqueByUrl<SeedCoverage>(all.flatMap((seed) => seed.coverage))
  if (topics.length > MAX_TOPICS) warn(`name ${topics.length} topics; the first ${MAX_TOPICS} are kept.`)
  if (coverage.length > MAX_COVERAGE) warn(`list ${coverage.length} stories; the first ${MAX_COVERAGE} are kept.`)
  return {
    ...kept,
    published,
    updated: changed > published && all.some((seed) => seed.updated !== null) ? changed : null,
    excerpt: all.find((seed) => seed.excerpt !== '')?.excerpt ?? '',
    provider: firstTold((seed) => seed.provider),
    type: all.some((seed) => seed.type === 'video') ? 'video' : kept.type,
    topics: topics.slice(0, MAX_TOPICS),
    images: uniqueByUrl(all.flatMap((seed) => seed.images)),
    video: firstTold((seed) => seed.video),
    heat: all.find((seed) => seed.heat !== 0)?.heat ?? 0,
    quality: all.find((seed) => seed.quality !== 0)?.quality ?? 0,
    // The crawler's latest word is not known; a story still promoted by one of its seeds is shown.
    unpublished: all.every((seed) => seed.unpublished),
    language: firstTold((seed) => seed.language),
    bodyHtml: firstTold((seed) => seed.bodyHtml),
    coverage: coverage.slice(0, MAX_COVERAGE),
  }
}

function uniqueByUrl<T extends { readonly url: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ url }) => !seen.has(url) && seen.add(url))
}

function duplicateIssue(file: string, kept: string, url: string | null): Issue {
  const what = url === null ? 'is the same story' : `has the same address as`
  const message = `${what} ${kept}${url === null ? '' : ` (${url})`}; the two became one story. Remove one of them.`
  return warning(file, `This seed ${message}`)
}

function warning(file: string, message: string): Issue {
  return { severity: 'warning', file, line: 1, column: 1, message }
}
