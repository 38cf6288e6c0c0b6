import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Link } from './slow-link.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
}
const IMAGE = /\.(?:png|jpg|gif|webp|avif|svg)$/

/** What was sent whole so far, images aside; bytes are those of contents as they travel. */
export interface Traffic {
  bytes: number
  requests: number
}

/** Serves a folder over a link as a real host would: text compressed, everything else as it is. */
export async function serveGzip(folder: string, link: Link): Promise<{ readonly url: string; readonly traffic: Traffic; readonly server: Server }> {
  const packed = new Map<string, Buffer>()
  const traffic: Traffic = { bytes: 0, requests: 0 }
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://any').pathname))
    const file = [join(folder, path), join(folder, path, 'index.html')].find((one) => existsSync(one) && statSync(one).isFile())
    const found = file ?? join(folder, '404.html')
    const type = TYPES[extname(found)]
    const bytes = packed.get(found) ?? (type === undefined ? readFileSync(found) : gzipSync(readFileSync(found)))
    packed.set(found, bytes)
    const headers = { 'content-type': type ?? 'application/octet-stream', ...(type !== undefined && { 'content-encoding': 'gzip' }) }
    void link(bytes, () => response.writeHead(file === undefined ? 404 : 200, headers), response).then(() => {
      if (IMAGE.test(path)) return
      traffic.requests++
      traffic.bytes += bytes.length
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, traffic, server }
}
