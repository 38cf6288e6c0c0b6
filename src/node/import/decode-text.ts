import { isAscii, isUtf8 } from 'node:buffer'
import { detect } from 'chardet'
import iconv from 'iconv-lite'

/**
 * The text of a file in any encoding: that of its byte order mark, UTF-8 if it is valid, the declared one (in
 * `contentType`, the XML declaration or a `meta` element), or else the most likely one.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const declared = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /^[^]{0,3}<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1]
  const mark = head.startsWith('\xfe\xff') ? 'utf-16be' : head.startsWith('\xff\xfe') ? 'utf-16le' : null
  if (mark === null && isUtf8(bytes) && (!isAscii(bytes) || declared === undefined)) return new TextDecoder().decode(bytes)
  // Names and tags are ASCII in every encoding: without them, the guess is better.
  const prose = Buffer.from(Buffer.from(bytes).toString('latin1').replace(/<[^>]*>/g, ' '), 'latin1')
  const labels = [mark, declared, detect(prose)]
  for (const label of labels) {
    const text = label === null || label === undefined ? null : decode(bytes, label)
    if (text !== null) return text
  }
  return iconv.decode(Buffer.from(bytes), 'windows-1252')
}

/** Null for an unknown label, and for bytes that are not in its encoding. */
function decode(bytes: Uint8Array, label: string): string | null {
  // Pages in ISO-8859-1 are in fact in windows-1252, which Node's own decoder gets wrong.
  const encoding = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(label) ? 'windows-1252' : label
  if (!iconv.encodingExists(encoding)) return decodeNatively(bytes, label)
  const text = iconv.decode(Buffer.from(bytes), encoding)
  return text.includes('\ufffd') ? null : text
}

/** For ISO-2022-JP and others that the library lacks. */
function decodeNatively(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
