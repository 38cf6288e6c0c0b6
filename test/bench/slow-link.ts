import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Sends a response's head, then its bytes. */
export type Link = (bytes: Uint8Array, sendHead: () => void, response: ServerResponse) => Promise<void>

/** What takes its turn on the link at once, so that responses share it evenly. */
const TURN_BYTES = 1500

/** A link as fast as this machine. */
export const fastLink: Link = (bytes, sendHead, response) => {
  sendHead()
  response.end(bytes)
  return Promise.resolve()
}

/**
 * A link that is `latency` milliseconds away and shared by all responses. It stands in the server, for
 * Chromium's own slow network leaves out what workers ask for.
 */
export function slowLink({ latency, bytesPerSecond }: { readonly latency: number; readonly bytesPerSecond: number }): Link {
  let freeAt = 0
  const turn = async (bytes: number) => {
    const now = performance.now()
    freeAt = Math.max(now, freeAt) + (bytes / bytesPerSecond) * 1000
    if (freeAt - now > 1) await wait(freeAt - now)
  }
  return async (bytes, sendHead, response) => {
    await wait(latency)
    sendHead()
    for (let at = 0; at < bytes.length; at += TURN_BYTES) {
      const part = bytes.subarray(at, at + TURN_BYTES)
      await turn(part.length)
      response.write(part)
    }
    response.end()
  }
}
