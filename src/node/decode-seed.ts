import { isUtf8 } from 'node:buffer'
import type { Place } from './report.ts'

/** Largest seed file, in bytes. Far beyond any clipping; keeps one bad file from stalling a build. */
export const MAX_FILE_BYTES = 1024 * 1024

/** What keeps a file from being read as a seed. */
export interface Problem extends Place {
  readonly message: string
}

/** A seed's text, `\n` as its only line break, without a byte order mark; or why there is none. */
export function decodeSeed(bytes: Uint8Array): string | Problem {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length)
  if (!isUtf8(bytes)) return firstBadByte(bytes)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}

/** The problem of a file of this many bytes, which need not be read to be refused. */
export function tooLarge(size: number): Problem {
  const found = (size / 1024 / 1024).toFixed(1)
  const message = `The file holds ${found} MiB; a seed holds at most 1 MiB. Shorten it, or move it out of the seeds folder.`
  return { line: 1, column: 1, message }
}

function firstBadByte(bytes: Uint8Array): Problem {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes, middle)) good = middle
    else bad = middle
  }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, good), { stream: true }).replace(/\r\n?/g, '\n')
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const byte = bytes[good]
  const found = byte === undefined ? 'The text ends within a character' : `Byte 0x${byte.toString(16).toUpperCase()} is not UTF-8 text`
  return { line, column, message: `${found}. Save the file in the encoding UTF-8.` }
}

/** Whether the first `length` bytes are the beginning of a UTF-8 text; `bytes.length + 1` asks for the whole. */
function decodes(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: length <= bytes.length })
    return true
  } catch {
    return false
  }
}
