import type { BuildReport } from '../bundle/build-bundle.ts'
import { formatRemovedTags } from './describe-traits.ts'
import { formatIssue } from '../issues/issue.ts'
import { escapeInvisible } from '../issues/terminal-text.ts'

/** Files that are told by name in one line; more are counted. */
const NAMED = 5

/** What became of the seeds, in one line: `192 seeds: 188 stories, 3 merged as duplicates, 1 invalid`. */
export function formatSummary({ seeds, stories, merged, hidden, undated, invalid }: BuildReport): string {
  const parts = [counted(stories, 'story', 'stories')]
  if (merged > 0) parts.push(`${merged} merged as ${merged === 1 ? 'a duplicate' : 'duplicates'}`)
  if (hidden > 0) parts.push(`${hidden} hidden as unpublished or drafts`)
  if (undated > 0) parts.push(`${undated} left out without a date (see the option undated)`)
  if (invalid > 0) parts.push(`${invalid} invalid`)
  return `${counted(seeds, 'seed', 'seeds')}: ${parts.join(', ')}`
}

/** Every warning as one line. */
export function formatWarnings(report: BuildReport): string[] {
  const { issues, strangers, links } = report
  return [
    ...issues.filter(({ severity }) => severity === 'warning').map(formatIssue),
    ...[formatRemovedTags(report) ?? []].flat(),
    ...passedOver('a seed ends in .md, .markdown, .mdx or .txt', strangers),
    ...passedOver('a link is not followed; put there what it leads to', links),
  ]
}

function passedOver(why: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return []
  return [`Passed over, for ${why}: ${named(paths)}`]
}

function named(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  return escapeInvisible(paths.slice(0, NAMED).join(', ')) + more
}

/** Every error as one line. */
export function formatErrors({ issues }: BuildReport): string[] {
  return issues.filter(({ severity }) => severity === 'error').map(formatIssue)
}

/** What ends a build that failed for its seeds. */
export function formatFailure({ seeds, invalid, issues }: BuildReport): string {
  const files = [...new Set(issues.flatMap(({ severity, file }) => (severity === 'error' ? file : [])))]
  return `${invalid} of ${counted(seeds, 'seed is', 'seeds are')} invalid: ${named(files)}. Mend what is told above, or leave out what is invalid with NEWSFOLD_INVALID=skip.`
}

/** What ends a build that would leave out every seed. */
export function formatNothingLeft({ seeds, undated }: BuildReport): string {
  if (undated === seeds) return `${seeds === 1 ? 'The only seed has' : `All ${seeds} seeds have`} no date, and nothing is left to show. Add dates, or set NEWSFOLD_UNDATED to file-time or git.`
  return `${seeds === 1 ? 'The only seed is' : `All ${seeds} seeds are`} invalid, and nothing is left to show. Mend what is told above.`
}

/** What a build says of stories without a card, in one line: `12 cards left out: ...`; null when there is nothing to say. */
export function formatSkippedCards(skipped: number): string | null {
  if (skipped === 0) return null
  return `${counted(skipped, 'card', 'cards')} left out: the fonts lack letters or signs of ${skipped === 1 ? 'its headline' : 'their headlines'}`
}

function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`
}
