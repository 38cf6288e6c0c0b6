import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BITS = 8
const PALETTE = 3

/**
 * A PNG of up to 256 colours: https://www.w3.org/TR/png-3/, sections 5.3 (chunks), 11.2 (IHDR, PLTE,
 * IDAT, IEND) and 9.2 (every row is led by its filter; 0 is none). `palette` holds red, green and blue.
 */
export function toPng(width: number, height: number, palette: readonly number[], pixel: (x: number, y: number) => number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([EIGHT_BITS, PALETTE], 8)
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0, at = 0; y < height; y++) {
    at++
    for (let x = 0; x < width; x++) rows[at++] = pixel(x, y)
  }
  const data = deflateSync(rows, { level: 4 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', Uint8Array.from(palette)), chunk('IDAT', data), chunk('IEND', new Uint8Array())])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
