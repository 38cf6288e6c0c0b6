import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect } from 'vite'

/** A way out of the folder, or `\`, which some take for `/`. */
const ELSEWHERE = /(?:^|\/)\.\.(?:\/|$)|\\/

/**
 * Answers as plain hosts do for what Vite's static files leave over: sends a folder's page, or leads to it
 * where the `/` at the end is missing, and otherwise says 404 with `404.html` of `outDir`. By then Vite has
 * taken the base away, and put a page's file in place of its address for those who ask for HTML.
 */
export function answerMissing(outDir: string): Connect.NextHandleFunction {
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
      // Two at its beginning would name another host.
      response.writeHead(301, { Location: [`${address.replace(/^\/+/, '/')}/`, ...query].join('?') }).end()
      return
    }
    const told = isThere ? page : join(outDir, '404.html')
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
    response.end(existsSync(told) ? readFileSync(told) : 'Not found')
  }
}

/** The path of a URL as it is named on disk; null for one that can't be, or leads elsewhere. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '')
    return ELSEWHERE.test(path) || path.includes('\0') ? null : path
  } catch {
    return null
  }
}
