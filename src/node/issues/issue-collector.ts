import type { Issue } from './issue.ts'
import type { Place } from './place.ts'

/** The path to a value in the front matter: `['related', 0, 'webUrl']`. */
export type FieldPath = readonly (string | number)[]

/** Collects the issues of one seed. Messages begin after the field's name, which `path` gives. */
export interface IssueCollector {
  readonly issues: readonly Issue[]
  /** The story can't be built. */
  error(path: FieldPath, message: string): void
  /** The value is left out, and the story is built. */
  warning(path: FieldPath, message: string): void
}

/** `locate` is called for each issue only: it is far slower than reading the seed. */
export function createIssueCollector(file: string, locate: (path: FieldPath) => Place): IssueCollector {
  const issues: Issue[] = []
  const add = (severity: Issue['severity'], path: FieldPath, message: string): void => {
    issues.push({ severity, file, ...locate(path), message: `${fieldName(path)} ${message}` })
  }
  return {
    issues,
    error: (path, message) => add('error', path, message),
    warning: (path, message) => add('warning', path, message),
  }
}

/** `related[0].webUrl` */
function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`
    return name === '' ? step : `${name}.${step}`
  }, '')
}
