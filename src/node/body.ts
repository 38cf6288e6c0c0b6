import type { Unshown } from './body-html.ts'
import { bodyProblem, MAX_HTML } from './body-limits.ts'
import type { BodyHtml } from './body-to-html.ts'
import type { Issue } from './issues.ts'
import { quote } from './report.ts'

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
  const made = tryToHtml(toHtml, body)
  if (made !== null) {
    const { html, unshown } = made
    return { html: html.trim() === '' ? null : html, issues: unshown.map((picture): Issue => ({ severity: 'warning', file, ...tellUnshown(picture, body, firstLine) })) }
  }
  const message = 'The body could not be turned into a page: it is nested too deeply or repeats itself too often. Simplify it.'
  return { html: null, issues: [{ severity: 'error', file, line: firstLine, column: 1, message }] }
}

function tellUnshown({ address, problem }: Unshown, body: string, firstLine: number): Pick<Issue, 'line' | 'column' | 'message'> {
  const at = Math.max(0, body.indexOf(address))
  const before = body.slice(0, at).split('\n')
  const message = `The picture ${quote(address)} in the body is not a web address: ${problem} Give its whole address, or name it under images.`
  return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1, message }
}

type ToHtml = (markdown: string) => BodyHtml

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
function tryToHtml(toHtml: ToHtml, body: string): BodyHtml | null {
  try {
    const made = toHtml(body)
    return made.html.length > MAX_HTML ? null : made
  } catch {
    return null
  }
}
