import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { BUNDLE_FORMAT } from '../../src/shared/contract/bundle.ts'

/** What a bad day makes of a file. */
export const FAULTS = ['404', '500', 'truncated', 'HTML', 'wrong shape', 'older format', 'newer format', 'reset', 'hanging', 'slow'] as const
export type Fault = (typeof FAULTS)[number]

/** Milliseconds of a slow answer. */
const SLOW = 1500

/** Answers with a fault. Returns false for one that only delays the right answer, after the delay. */
export async function answerWith(fault: Fault, folder: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const send = (status: number, type: string, body: string | Uint8Array) => void response.writeHead(status, { 'content-type': type }).end(body)
  const file = join(folder, decodeURIComponent((request.url ?? '').split('?')[0] ?? ''))
  const type = file.endsWith('.js') ? 'text/javascript' : file.endsWith('.css') ? 'text/css' : 'application/json'
  const json = (value: unknown) => send(200, type, JSON.stringify(value))
  switch (fault) {
    case '404':
      send(404, 'text/html', '<!doctype html>Not found')
      break
    case '500':
      send(500, 'text/html', '<!doctype html>Error')
      break
    case 'truncated': {
      const whole = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
      send(200, type, whole.subarray(0, whole.length / 2))
      break
    }
    case 'HTML':
      send(200, 'text/html', '<!doctype html><title>Log in</title>')
      break
    case 'wrong shape':
      json({ error: 'Log in' })
      break
    case 'older format':
      json({ format: BUNDLE_FORMAT - 1, version: 'older', items: [] })
      break
    case 'newer format':
      json({ format: BUNDLE_FORMAT + 1, version: 'newer', entries: [] })
      break
    case 'reset':
      request.socket.destroy()
      break
    case 'hanging':
      break
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW))
      return false
  }
  return true
}
