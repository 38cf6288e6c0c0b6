import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect } from 'vite'

/** A path out of the folder, or `\`, which some systems read as `/`. */
const OUTSIDE = /(?:^|\/)\.\.(?:\/|$)|\\/

/**
 * Answers what Vite's static files do not, as plain hosts do: sends a folder's page, redirects to it where
 * the `/` at the end is missing, and otherwise sends 404 with `404.html` of `outDir`. Vite has already removed
 * the base, and has rewritten addresses to a page's file for requests that accept HTML.
 */
export function previewFallback(outDir: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request.url ?? '/')
    const page = path === null ? null : join(outDir, path, path.endsWith('.html') ? '' : 'index.html')
    const isThere = page !== null && existsSync(page)
    if (isThere && path?.endsWith('.html') === true) {
      next()
      return
    }
    if (isThere && path?.endsWith('/') === false) {
      const [address = '', ...query] = (request.originalUrl ?? '/').split('?')
      // Two slashes at the beginning would name another host.
      response.writeHead(301, { Location: [`${address.replace(/^\/+/, '/')}/`, ...query].join('?') }).end()
      return
    }
    const file = isThere ? page : join(outDir, '404.html')
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
    response.end(existsSync(file) ? readFileSync(file) : 'Not found')
  }
}

/** The path of a URL as a path on disk; null for one that can't be a path, or leads outside. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '')
    return OUTSIDE.test(path) || path.includes('\0') ? null : path
  } catch {
    return null
  }
}
