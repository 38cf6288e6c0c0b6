import type { BuildReport } from '../bundle/build-bundle.ts'
import { formatRemovedTags } from './describe-traits.ts'
import { formatIssue } from '../issues/issue.ts'
import type { FileTree } from '../lib/fingerprint-tree.ts'
import { escapeInvisible } from '../issues/terminal-text.ts'

/** Most files that one line names; the rest are counted. */
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
  const { issues, unrecognisedFiles, symlinks } = report
  const removedTags = formatRemovedTags(report)
  return [
    ...issues.filter(({ severity }) => severity === 'warning').map(formatIssue),
    ...(removedTags === null ? [] : [removedTags]),
    ...formatIgnored('not .md, .markdown, .mdx or .txt', unrecognisedFiles),
    ...formatIgnored('symbolic links are not followed; put the files themselves there', symlinks),
  ]
}

function formatIgnored(why: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return []
  return [`Ignored (${why}): ${named(paths)}`]
}

function named(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  return escapeInvisible(paths.slice(0, NAMED).join(', ')) + more
}

/** Every error as one line. */
export function formatErrors({ issues }: BuildReport): string[] {
  return issues.filter(({ severity }) => severity === 'error').map(formatIssue)
}

/** The error of a build with invalid seeds. */
export function formatFailure({ seeds, invalid, issues }: BuildReport): string {
  const files = [...new Set(issues.flatMap(({ severity, file }) => (severity === 'error' ? file : [])))]
  return `${invalid} of ${counted(seeds, 'seed is', 'seeds are')} invalid: ${named(files)}. Fix the errors above and build again, or build without the invalid seeds with NEWSFOLD_INVALID=skip.`
}

/** The error of a build without any valid seed. */
export function formatNothingLeft({ seeds, undated, hidden, merged }: BuildReport, folder: string): string {
  if (seeds === 0) {
    return `The seeds folder "${folder}" contains no seeds (.md, .markdown, .mdx or .txt). Put stories there, choose another folder with NEWSFOLD_SEEDS, or build an empty site with NEWSFOLD_ALLOW_EMPTY=true.`
  }
  if (hidden + merged === seeds) {
    return `${seeds === 1 ? 'The only seed is a draft or unpublished' : `All ${seeds} seeds are drafts or unpublished`}, so there is nothing to show. Publish one, set NEWSFOLD_UNPUBLISHED=show, or build an empty site with NEWSFOLD_ALLOW_EMPTY=true.`
  }
  if (undated === seeds) {
    const which = seeds === 1 ? 'The only seed has' : `All ${seeds} seeds have`
    return `${which} no date, so there is nothing to show. Add dates, or set NEWSFOLD_UNDATED to file-time or git.`
  }
  const others = [...(undated > 0 ? ['have no date'] : []), ...(hidden > 0 ? ['are unpublished'] : [])]
  return `${seeds === 1 ? 'The only seed is' : `All ${seeds} seeds are`} invalid${others.map((other) => ` or ${other}`).join('')}, so there is nothing to show. Fix the errors above and build again.`
}

/** How many preview images could not be drawn, in one line; null when none failed. */
export function formatSkippedPreviewImages(skipped: number): string | null {
  if (skipped === 0) return null
  return `${counted(skipped, 'preview image', 'preview images')} skipped: the fonts lack characters of ${skipped === 1 ? 'its headline' : 'their headlines'}`
}

/** What a story takes of the main thread's heap at most, in bytes: 300,000 take 3 GB. */
const HEAP_PER_STORY = 10_000

/** A warning that so many seeds may not fit into a heap of at most `limit` bytes, where Node would end the build without a reason; null when they do. */
export function formatHeapWarning(seeds: number, limit: number): string | null {
  const needed = seeds * HEAP_PER_STORY
  if (needed <= limit) return null
  return `${seeds.toLocaleString('en')} seeds may need ${sized(needed)} of memory, and Node uses ${sized(limit)}. If the build ends with "heap out of memory", set NODE_OPTIONS=--max-old-space-size=${Math.ceil(needed / 2 ** 20)}.`
}

/** What well-known hosts take, as their documentation says. */
const HOSTS = [
  { name: 'GitHub Pages', files: Infinity, bytes: 1e9, file: 100 * 2 ** 20 },
  { name: 'Cloudflare Pages', files: 20_000, bytes: Infinity, file: 25 * 2 ** 20 },
] as const

/** How large the site is, in one line, and which hosts would refuse it: `17,403 files, 812 MB`. */
export function formatSize({ files, bytes, largest }: Pick<FileTree, 'files' | 'bytes' | 'largest'>): string {
  const refusals = HOSTS.flatMap(({ name, ...limits }) => {
    if (files > limits.files) return `${name} takes ${numbered(limits.files)} files`
    if (bytes > limits.bytes) return `${name} takes ${sized(limits.bytes)}`
    return largest.bytes > limits.file ? `${name} takes no file of more than ${limits.file / 2 ** 20} MiB, such as ${largest.file}` : []
  })
  return [`${numbered(files)} ${files === 1 ? 'file' : 'files'}, ${sized(bytes)}`, ...refusals].join('. ')
}

function numbered(count: number): string {
  return count.toLocaleString('en')
}

function sized(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB']
  return `${(bytes / unit).toLocaleString('en', { maximumFractionDigits: bytes >= 1e9 ? 1 : 0 })} ${name}`
}

function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`
}
