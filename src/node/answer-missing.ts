import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect } from 'vite'

/**
 * Answers as plain hosts do for what is not in `outDir`: leads to the folder's page where the `/` at the
 * end is missing, and otherwise says 404 with `404.html`. To be used behind Vite's static files, which
 * have put a page's file in place of its address by then, and taken the base away.
 */
export function answerMissing(outDir: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request.url ?? '/')
    const isThere = (file: string) => path !== null && existsSync(join(outDir, path, file))
    if (path?.endsWith('.html') === true && isThere('')) {
      next()
      return
    }
    if (isThere('index.html')) {
      const [address = '', ...query] = (request.originalUrl ?? '/').split('?')
      // Two at its beginning would name another host.
      response.writeHead(301, { Location: [`${address.replace(/^\/+/, '/')}/`, ...query].join('?') }).end()
      return
    }
    const page = join(outDir, '404.html')
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
    response.end(existsSync(page) ? readFileSync(page) : 'Not found')
  }
}

/** The path of a URL as it is named on disk; null for one that can't be. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '')
  } catch {
    return null
  }
}
