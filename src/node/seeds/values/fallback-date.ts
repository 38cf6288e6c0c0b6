import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseDate } from './parse-date.ts'
import type { SeedPlace } from './seed-story.ts'

/** The date of a seed that has none of its own, as the option `undated` says; null without any. */
export function fallbackDate({ root, path, options: { undated } }: SeedPlace): string | null {
  if (undated === 'skip') return null
  const file = join(root, path)
  const text = undated === 'git' ? firstCommit(file) : statSync(file).mtime.toISOString()
  const date = parseDate(text)
  return 'iso' in date ? date.iso : null
}

/** The date of the commit that added a file; empty when there is none. */
function firstCommit(file: string): string {
  try {
    const command = ['log', '--follow', '--diff-filter=A', '--format=%cI', '--', basename(file)]
    return execFileSync('git', command, { cwd: dirname(file), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1) ?? ''
  } catch {
    return ''
  }
}
