import type { RejectedImage } from './sanitize.ts'
import { bodyProblem, MAX_HTML } from './limits.ts'
import type { BodyHtml } from './to-html.ts'
import type { Issue } from '../../issues/issue.ts'
import { placeAt } from '../../issues/place.ts'
import type { Place } from '../../issues/place.ts'
import { quote } from '../../issues/terminal-text.ts'

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
    const { html, rejectedImages: unshown } = made
    const [first, ...others] = new Map(unshown.map((picture) => [picture.address, picture])).values()
    const issues: Issue[] = first === undefined ? [] : [{ severity: 'warning', file, ...tellUnshown(first, others.length, body, firstLine) }]
    return { html: html.trim() === '' ? null : html, issues }
  }
  const message = 'The body could not be turned into a page: it is nested too deeply or repeats itself too often. Simplify it.'
  return { html: null, issues: [{ severity: 'error', file, line: firstLine, column: 1, message }] }
}

/** Told once for all pictures of a body: a crawler's may hold hundreds. */
function tellUnshown({ address, problem }: RejectedImage, others: number, body: string, firstLine: number): Place & Pick<Issue, 'message'> {
  const more = others === 0 ? '' : ` (and ${others} more)`
  const message = `The picture ${quote(address)}${more} in the body can't be shown: ${problem} Give the whole address, or name it under images.`
  return { ...placeOf(address, body, firstLine), message }
}

/** Where a body names a picture, in Markdown or HTML; its beginning where that is written in another way. */
function placeOf(address: string, body: string, firstLine: number): Place {
  const found = ['](', '](<', ']: ', 'src="', "src='", 'src='].map((sign) => body.indexOf(sign + address) + sign.length).filter((at) => body.startsWith(address, at))
  const { line, column } = placeAt(body, found.length === 0 ? 0 : Math.min(...found))
  return { line: firstLine + line - 1, column }
}

type ToHtml = (markdown: string) => BodyHtml

let loaded: Promise<ToHtml> | null = null

/** Most seeds have no body, so the pipeline is loaded with the first that has one, and built once. */
function loadToHtml(): Promise<ToHtml> {
  loaded ??= import('./to-html.ts')
    .then(({ createBodyRenderer: createToHtml }) => createToHtml())
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
