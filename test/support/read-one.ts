import { formatIssue } from '../../src/node/issues/issue.ts'
import { readSeed, type ReadSeed } from '../../src/node/seeds/read-seed.ts'
import type { SeedStory } from '../../src/node/seeds/values/seed-story.ts'
import { withSeeds } from './temp-folder.ts'

/** The least a seed needs. */
export const LEAST = 'title: A title\npublishedDateTime: 2020-01-01\n'

/** A seed of these YAML lines, after the least it needs, with this body. */
export function seedOf(lines: string, body = ''): string {
  return `---\n${LEAST}${lines}\n---\n${body}`
}

/** What the build reads from one seed with this content. */
export function readOne(content: string | Uint8Array, path = 'x.md'): Promise<ReadSeed> {
  return readSeed(withSeeds({ [path]: content }), path, 'seeds')
}

/** The story of a valid seed; fails when the seed has issues. */
export async function storyOf(content: string, path?: string): Promise<SeedStory> {
  const { story, issues } = await readOne(content, path)
  if (story === null || issues.length > 0) throw new Error(issues.map(formatIssue).join('\n'))
  return story
}

/** The issues of a seed, as a person reads them. */
export async function issuesOf(content: string | Uint8Array, path?: string): Promise<string[]> {
  return (await readOne(content, path)).issues.map(formatIssue)
}
