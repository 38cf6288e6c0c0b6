import { escapeInvisible } from './terminal-text.ts'

/** A validation finding about one seed. An error keeps its story out of the bundle; a warning says what its story lacks. */
export interface Issue {
  readonly severity: 'error' | 'warning'
  /** Path of the seed from the project's folder, such as `seeds/2020/x.md`; always with `/`. */
  readonly file: string
  /** 1-based; 1 when the finding is about the whole file. */
  readonly line: number
  readonly column: number
  /** What is wrong and what to do, one sentence or two, with no line break; never quotes `secured`. */
  readonly message: string
}

/** An issue as one line: `seeds/x.md:7:15  publishedDateTime "2020-02-31" is not a date: …`. */
export function formatIssue(issue: Issue): string {
  return `${escapeInvisible(issue.file)}:${issue.line}:${issue.column}  ${escapeInvisible(issue.message)}`
}

/** Order in which issues are printed: by file, then by position. */
export function compareIssues(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1)
}
