import { isUtf8 } from 'node:buffer'
import { placeAt } from '../issues/place.ts'
import type { Problem } from '../issues/place.ts'

/** Largest seed file, in bytes. Far beyond any clipping; keeps one bad file from stalling a build. */
export const MAX_FILE_BYTES = 1024 * 1024

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
  // Rounded up: what is too large is never told as the most that may be.
  const found = (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1)
  const message = `The file holds ${found} MiB; a seed holds at most 1 MiB. Shorten it, or move it out of the seeds folder.`
  return { line: 1, column: 1, message }
}

function firstBadByte(bytes: Uint8Array): Problem {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (beginsText(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // What is good may end within a character that the bad byte does not continue.
  while (!isUtf8(bytes.subarray(0, good))) good--
  const before = Buffer.from(bytes.subarray(0, good)).toString('utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase()
  return {
    ...placeAt(before, before.length),
    message: `The byte ${byte} (hexadecimal) is not UTF-8 text. Save the file in the encoding UTF-8.`,
  }
}

/** Whether some text could begin with these bytes. */
function beginsText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
