import type { HtmlPart } from '../../shared/contract/render-page.ts'

/** Bytes that UTF-8 takes at most for each unit of a string. */
const MOST_BYTES = 3

/** Joins pieces as UTF-8 in one room that grows with the largest: to make room for each takes longer than to fill it. */
export function byteJoiner(): (parts: readonly HtmlPart[]) => Uint8Array {
  let room = Buffer.allocUnsafe(1 << 16)
  return (parts) => {
    const most = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length * MOST_BYTES : part.length), 0)
    if (most > room.length) room = Buffer.allocUnsafe(2 * most)
    let length = 0
    for (const part of parts) {
      if (typeof part === 'string') length += room.write(part, length)
      else {
        room.set(part, length)
        length += part.length
      }
    }
    return room.subarray(0, length)
  }
}
