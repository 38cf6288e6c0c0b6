import type { Issue } from '../issues/issue.ts'
import { groupBy } from '../lib/collections.ts'
import { MAX_COVERAGE, MAX_TOPICS, type SeedCoverage, type SeedStory } from '../seeds/values/seed-story.ts'

export interface MergedStories {
  /** One story per id, ordered by path. */
  readonly stories: readonly SeedStory[]
  /** Number of seeds that were merged into another seed's story. */
  readonly merged: number
  /** A warning for each of them. */
  readonly issues: readonly Issue[]
}

/**
 * Merges seeds with the same canonical address into one story. The richest seed gets from the others what it
 * lacks. `display` converts a seed's path to the path shown in issues.
 */
export function mergeDuplicates(seeds: readonly SeedStory[], display: (path: string) => string): MergedStories {
  const stories: SeedStory[] = []
  const issues: Issue[] = []
  for (const same of groupBy(seeds, ({ id }) => id).values()) {
    const [richest, ...others] = same.length === 1 ? same : same.sort(compareRichness)
    if (richest === undefined) continue
    if (others.length === 0) {
      stories.push(richest)
      continue
    }
    for (const other of others) issues.push(duplicateIssue(display(other.path), display(richest.path), richest.url))
    stories.push(mergeInto(richest, others, (message) => issues.push(warning(display(richest.path), `The seeds of this story ${message}`))))
  }
  stories.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { stories, merged: seeds.length - stories.length, issues }
}

/** Richest first: body, image, latest change, longest excerpt, most coverage; then by path. */
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

function mergeInto(richest: SeedStory, others: readonly SeedStory[], warn: (message: string) => void): SeedStory {
  const all = [richest, ...others]
  const firstOf = <T>(of: (seed: SeedStory) => T | null): T | null =>
    all.map(of).find((value) => value !== null) ?? null
  const published = all.map((seed) => seed.published).sort()[0] ?? richest.published
  const changed = all.map((seed) => seed.updated ?? seed.published).sort().at(-1) ?? published
  const withExcerpt = all.find((seed) => seed.excerpt !== '' && !seed.isExcerptOfBody) ?? all.find((seed) => seed.excerpt !== '')
  const topics = [...new Set(all.flatMap((seed) => seed.topics))]
  const coverage = uniqueByUrl<SeedCoverage>(all.flatMap((seed) => seed.coverage))
  if (topics.length > MAX_TOPICS) warn(`list ${topics.length} topics; only the first ${MAX_TOPICS} are used. Remove the others.`)
  if (coverage.length > MAX_COVERAGE) warn(`list ${coverage.length} stories; only the first ${MAX_COVERAGE} are used. Remove the others.`)
  return {
    ...richest,
    published,
    updated: changed > published && all.some((seed) => seed.updated !== null) ? changed : null,
    excerpt: withExcerpt?.excerpt ?? '',
    isExcerptOfBody: withExcerpt?.isExcerptOfBody ?? false,
    aliases: [...new Set(all.flatMap((seed) => seed.aliases))],
    authors: all.find((seed) => seed.authors.length > 0)?.authors ?? [],
    provider: firstOf((seed) => seed.provider),
    type: all.some((seed) => seed.type === 'video') ? 'video' : richest.type,
    topics: topics.slice(0, MAX_TOPICS),
    images: uniqueByUrl(all.flatMap((seed) => seed.images)),
    video: firstOf((seed) => seed.video),
    heat: all.find((seed) => seed.heat !== 0)?.heat ?? 0,
    quality: all.find((seed) => seed.quality !== 0)?.quality ?? 0,
    // It is unknown which seed is the newest, so a story is shown if one of its seeds says so.
    unpublished: all.every((seed) => seed.unpublished),
    draft: all.every((seed) => seed.draft),
    language: firstOf((seed) => seed.language),
    event: firstOf((seed) => seed.event),
    bodyHtml: firstOf((seed) => seed.bodyHtml),
    coverage: coverage.slice(0, MAX_COVERAGE),
  }
}

function uniqueByUrl<T extends { readonly url: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ url }) => !seen.has(url) && seen.add(url))
}

function duplicateIssue(file: string, richest: string, url: string | null): Issue {
  const reason = url === null ? `is the same story as ${richest}` : `has the same address as ${richest} (${url})`
  return warning(file, `This seed ${reason}, so they are merged into one story. Remove one of them.`)
}

function warning(file: string, message: string): Issue {
  return { severity: 'warning', file, line: 1, column: 1, message }
}
