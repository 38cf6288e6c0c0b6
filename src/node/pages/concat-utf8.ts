import type { HtmlPart } from '../../shared/contract/render-page.ts'

/** Most bytes that UTF-8 needs for one UTF-16 unit. */
const MAX_BYTES = 3

/**
 * Makes a function that joins parts as UTF-8 in one buffer, which grows to the largest result: to allocate
 * one for each page takes longer than to fill it. A result is valid until the next call.
 */
export function utf8Concatenator(): (parts: readonly HtmlPart[]) => Uint8Array {
  let buffer = Buffer.allocUnsafe(1 << 16)
  return (parts) => {
    const most = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length * MAX_BYTES : part.length), 0)
    if (most > buffer.length) buffer = Buffer.allocUnsafe(2 * most)
    let length = 0
    for (const part of parts) {
      if (typeof part === 'string') length += buffer.write(part, length)
      else {
        buffer.set(part, length)
        length += part.length
      }
    }
    return buffer.subarray(0, length)
  }
}
