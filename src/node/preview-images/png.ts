import { crc32, deflateSync } from 'node:zlib'
import { PREVIEW_IMAGE_SIZE } from '../../shared/meta/preview-image.ts'
import type { IndexedImage } from './quantize.ts'

const { width, height } = PREVIEW_IMAGE_SIZE
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Encodes pixels as a PNG with a palette (PNG 1.2): less than half the size of what the renderer itself encodes. */
export function encodePng({ palette, pixels }: IndexedImage): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, palette; deflate, the five filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8)
  // Each row begins with its filter; palette numbers do not depend on their neighbours, so it is none (0).
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const chunks = [chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...chunks])
}

/** Whether bytes are a complete PNG of a preview image's size: every chunk matches its checksum, from IHDR to IEND. */
export function isWholePng(bytes: Buffer): boolean {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return false
  if (typeAt(bytes, 8) !== 'IHDR' || bytes.readUInt32BE(16) !== width || bytes.readUInt32BE(20) !== height) return false
  for (let start = 8; start + 12 <= bytes.length; ) {
    const end = start + 8 + bytes.readUInt32BE(start)
    if (end + 4 > bytes.length || crc32(bytes.subarray(start + 4, end)) !== bytes.readUInt32BE(end)) return false
    if (typeAt(bytes, start) === 'IEND') return end + 4 === bytes.length
    start = end + 4
  }
  return false
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4)
  return whole
}

function typeAt(bytes: Buffer, start: number): string {
  return bytes.toString('latin1', start + 4, start + 8)
}
