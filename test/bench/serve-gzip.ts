import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
}

/** Serves a folder as a real host would: text compressed, everything else as it is. */
export async function serveGzip(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://any').pathname))
    const file = [join(folder, path), join(folder, path, 'index.html')].find((one) => existsSync(one) && statSync(one).isFile())
    const found = file ?? join(folder, '404.html')
    const type = TYPES[extname(found)]
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type ?? 'application/octet-stream', ...(type !== undefined && { 'content-encoding': 'gzip' }) })
    if (type === undefined) response.end(readFileSync(found))
    else {
      const bytes = packed.get(found) ?? gzipSync(readFileSync(found))
      packed.set(found, bytes)
      response.end(bytes)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
