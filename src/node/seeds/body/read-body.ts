import { toPlainMarkdown } from './dialects.ts'
import type { FindImage, RejectedImage } from './sanitize.ts'
import { bodyProblem, MAX_HTML } from './limits.ts'
import type { BodyHtml, RenderBody } from './to-html.ts'
import type { Issue } from '../../issues/issue.ts'
import { placeAt, type Place, type Problem } from '../../issues/place.ts'
import { quote } from '../../issues/terminal-text.ts'

/** The result of reading a body. */
export interface ReadBody {
  /** Sanitised HTML; null when the body is blank or invalid. */
  readonly html: string | null
  /** Text of the first paragraph; empty without any. */
  readonly excerpt: string
  /** Kinds of template tags that were left out, such as `{% include %}`. */
  readonly removedTags: readonly string[]
  readonly issues: readonly Issue[]
}

/** A seed's body with what it takes to read it. */
export interface BodySource {
  /** Markdown. */
  readonly body: string
  /** The seed's path in issues. */
  readonly file: string
  /** Number of the body's first line in the file. */
  readonly firstLine: number
  readonly isMdx: boolean
  readonly findImage: FindImage
}

/**
 * Converts a seed's Markdown to HTML. A body that can't be converted is an error, because its story would
 * appear without its text.
 */
export async function readBody({ body, file, firstLine, isMdx, findImage }: BodySource): Promise<ReadBody> {
  if (!/\S/.test(body)) return { ...EMPTY, issues: [] }
  const problem = bodyProblem(body, firstLine)
  if (problem !== null) return { ...EMPTY, issues: [{ severity: 'error', file, ...problem }] }
  const { body: markdown, removedTags } = toPlainMarkdown(body, isMdx)
  const render = await loadRenderer()
  const rendered = await tryRender(render, markdown, findImage)
  if (rendered !== null) {
    const { html, rejectedImages, excerpt } = rendered
    const [first, ...others] = new Map(rejectedImages.map((image) => [image.address, image])).values()
    const issues: Issue[] = first === undefined ? [] : [{ severity: 'warning', file, ...imageProblem(first, others.length, body, firstLine) }]
    return { html: html.trim() === '' ? null : html, excerpt, removedTags, issues }
  }
  const message = 'The body can not be converted to HTML: it is nested too deeply, or repeats too much. Simplify it.'
  return { ...EMPTY, issues: [{ severity: 'error', file, line: firstLine, column: 1, message }] }
}

const EMPTY = { html: null, excerpt: '', removedTags: [] } as const

/** One issue for all images of a body: a crawler's may have hundreds. */
function imageProblem({ address, problem }: RejectedImage, others: number, body: string, firstLine: number): Problem {
  const more = others === 0 ? '' : ` (and ${others} more)`
  const message = `The image ${quote(address)}${more} in the body can't be shown: ${problem}`
  return { ...locate(address, body, firstLine), message }
}

/** The position of an image's address in the body; the body's first line where it is written differently. */
function locate(address: string, body: string, firstLine: number): Place {
  const found = ['](', '](<', ']: ', 'src="', "src='", 'src='].map((sign) => body.indexOf(sign + address) + sign.length).filter((at) => body.startsWith(address, at))
  const { line, column } = placeAt(body, found.length === 0 ? 0 : Math.min(...found))
  return { line: firstLine + line - 1, column }
}

let loaded: Promise<RenderBody> | null = null

/** Loaded with the first body: most seeds have none. */
function loadRenderer(): Promise<RenderBody> {
  loaded ??= import('./to-html.ts')
    .then(({ createBodyRenderer }) => createBodyRenderer())
    .catch((error: unknown) => {
      // A package is missing; a dev server tries again after it is installed.
      loaded = null
      throw error
    })
  return loaded
}

/** The pipeline is recursive: deeply nested markup may exceed the stack. */
async function tryRender(render: RenderBody, markdown: string, findImage: FindImage): Promise<BodyHtml | null> {
  try {
    const rendered = await render(markdown, findImage)
    return rendered.html.length > MAX_HTML ? null : rendered
  } catch {
    return null
  }
}
