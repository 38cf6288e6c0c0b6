import { readFile } from 'node:fs/promises'
import type { Connect } from 'vite'
import type { BuiltBundle } from '../bundle/build-bundle.ts'
import { imageFormatOf } from '../seeds/values/image-formats.ts'

/**
 * Serves a bundle from memory under `base` (ending in `/`), as `vite dev` serves files: never
 * cached. Any other request under `data/` gets a 404, not the page.
 */
export function bundleMiddleware(base: string, current: () => Promise<BuiltBundle>): Connect.NextHandleFunction {
  return (request, response, next) => {
    const file = bundleFile(base, request.url ?? '/')
    if (file === null) {
      next()
      return
    }
    const answer = async () => {
      const { bundle, images } = await current()
      const image = images.find((one) => one.file === file)
      const content = image === undefined ? bundle.read(file) : await readFile(image.source)
      response.statusCode = content === null ? 404 : 200
      response.setHeader('Cache-Control', 'no-cache')
      response.setHeader('Content-Type', content === null ? 'text/plain' : typeOf(file))
      response.end(content ?? 'Not found')
    }
    answer().catch(next)
  }
}

/** The bundle file that a URL requests; null for other URLs. */
function bundleFile(base: string, url: string): string | null {
  const path = url.split(/[?#]/)[0] ?? ''
  if (!path.startsWith(`${base}data/`)) return null
  try {
    return decodeURIComponent(path.slice(base.length))
  } catch {
    return 'data/'
  }
}

function typeOf(file: string): string {
  return imageFormatOf(file)?.mediaType ?? 'application/json'
}
