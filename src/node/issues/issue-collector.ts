import type { Issue } from './issue.ts'

/** The way to a value in the front matter: `['related', 0, 'webUrl']`. */
export type FieldPath = readonly (string | number)[]

/** A place in a file, 1-based; columns count UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where in a text with `\n` as its only line break an offset stands. */
export function placeAt(text: string, at: number): Place {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: at - start + 1 }
}

/** Collects the findings about one seed. Messages begin after the field's name, which `path` gives. */
export interface IssueCollector {
  readonly issues: readonly Issue[]
  /** The story can't be built. */
  error(path: FieldPath, message: string): void
  /** The value is left out, the story is built. */
  warning(path: FieldPath, message: string): void
}

/** `locate` is called only when there is something to tell: it is far slower than reading the seed. */
export function createIssueCollector(file: string, locate: (path: FieldPath) => Place): IssueCollector {
  const issues: Issue[] = []
  const tell = (severity: Issue['severity'], path: FieldPath, message: string): void => {
    issues.push({ severity, file, ...locate(path), message: `${fieldName(path)} ${message}` })
  }
  return {
    issues,
    error: (path, message) => tell('error', path, message),
    warning: (path, message) => tell('warning', path, message),
  }
}

/** `related[0].webUrl` */
function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`
    return name === '' ? step : `${name}.${step}`
  }, '')
}

const QUOTED_LENGTH = 60

/** A seed's own words in a message: in quotes, on one line, shortened, nothing in it that moves a terminal's cursor. */
export function quote(text: string): string {
  const points = Array.from(text.slice(0, QUOTED_LENGTH * 2 + 2))
  const cut = points.length > QUOTED_LENGTH
  const shown = cut ? points.slice(0, QUOTED_LENGTH - 1).join('') : points.join('')
  return `"${escapeUnseen(shown)}${cut ? '…' : ''}"`
}

/** A seed's own text, its file's name too, on one line and with nothing in it that moves a terminal's cursor. */
export function escapeUnseen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter)
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
