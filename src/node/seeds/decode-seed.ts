import { isUtf8 } from 'node:buffer'
import { placeAt, type Problem } from '../issues/place.ts'

/** Largest seed file, in bytes: far above any clipping, so that one bad file can't stall a build. */
export const MAX_FILE_BYTES = 1024 * 1024

/** A seed's text without a byte order mark, every line break a `\n`; or why the bytes can't be read. */
export function decodeSeed(bytes: Uint8Array): string | Problem {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length)
  if (!isUtf8(bytes)) return firstBadByte(bytes)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked
}

/** The problem of a file of `size` bytes, which is refused unread. */
export function tooLarge(size: number): Problem {
  // Rounded up, so that a file just above the limit is not reported as 1.0 MiB.
  const found = (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1)
  const message = `The file is ${found} MiB; a seed may be at most 1 MiB. Shorten it, or move it out of the seeds folder.`
  return { line: 1, column: 1, message }
}

function firstBadByte(bytes: Uint8Array): Problem {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // The valid part may end inside a character that the bad byte doesn't continue.
  while (!isUtf8(bytes.subarray(0, good))) good--
  const before = Buffer.from(bytes.subarray(0, good)).toString('utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase()
  return {
    ...placeAt(before, before.length),
    message: `The byte ${byte} (hexadecimal) is not valid UTF-8. Save the file with the encoding UTF-8.`,
  }
}

/** Whether these bytes can be the beginning of UTF-8 text. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
