import type { Issue } from './issues.ts'
import { bodyProblem, MAX_HTML } from './body-limits.ts'

/** A body as HTML. */
export interface ReadBody {
  /** Sanitised; null when the body is blank or refused. */
  readonly html: string | null
  readonly issues: readonly Issue[]
}

/**
 * Turns a seed's Markdown into HTML. `firstLine` is the number of the body's first line in `file`. A
 * body that can't be read is an error: its story would appear without its text.
 */
export async function readBody(body: string, file: string, firstLine: number): Promise<ReadBody> {
  if (!/\S/.test(body)) return { html: null, issues: [] }
  const problem = bodyProblem(body, firstLine)
  if (problem !== null) return { html: null, issues: [{ severity: 'error', file, ...problem }] }
  const toHtml = await loadToHtml()
  const html = tryToHtml(toHtml, body)
  if (html !== null) return { html: html.trim() === '' ? null : html, issues: [] }
  const message = 'The body could not be turned into a page: it is nested too deeply or repeats itself too often. Simplify it.'
  return { html: null, issues: [{ severity: 'error', file, line: firstLine, column: 1, message }] }
}

type ToHtml = (markdown: string) => string

let loaded: Promise<ToHtml> | null = null

/** Most seeds have no body, so the pipeline is loaded with the first that has one, and built once. */
function loadToHtml(): Promise<ToHtml> {
  loaded ??= import('./body-to-html.ts')
    .then(({ createToHtml }) => createToHtml())
    .catch((error: unknown) => {
      // A package is missing, which a dev server may outlive.
      loaded = null
      throw error
    })
  return loaded
}

/** The pipeline recurses: markup nested thousands deep ends the stack, which is the body's fault. */
function tryToHtml(toHtml: ToHtml, body: string): string | null {
  try {
    const html = toHtml(body)
    return html.length > MAX_HTML ? null : html
  } catch {
    return null
  }
}
