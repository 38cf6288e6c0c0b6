import { crc32, deflateSync } from 'node:zlib'

/** Shapes a crawler meets, in pixels. */
const SHAPES = [
  { name: 'wide', width: 640, height: 360 },
  { name: 'square', width: 480, height: 480 },
  { name: 'tall', width: 360, height: 720 },
  { name: 'panorama', width: 960, height: 240 },
  { name: 'wide', width: 720, height: 450 },
  { name: 'tiny', width: 90, height: 60 },
] as const

const COLOURS = 14

export interface Picture {
  readonly name: string
  readonly width: number
  readonly height: number
}

/** The picture of a number: its name and size. Every number has a look of its own. */
export function pictureOf(number: number): Picture {
  const shape = SHAPES[number % SHAPES.length] ?? SHAPES[0]
  return { name: `${shape.name}-${number}.png`, width: shape.width, height: shape.height }
}

/** Draws it: layers like hills in the haze, in one hue. */
export function drawPicture(number: number): Uint8Array {
  const { width, height } = pictureOf(number)
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(x / 90 + number) * 0.06 + Math.sin(x / 37 + number * 2.3) * 0.03
      const level = Math.floor((y / height + wave) * (COLOURS - 1))
      rows[y * (width + 1) + 1 + x] = Math.min(COLOURS - 1, Math.max(0, level))
    }
  }
  const hue = (number * 47) % 360
  const palette = Array.from({ length: COLOURS }, (_, level) => colour(hue + level * 4, 0.88 - (level / COLOURS) * 0.7)).flat()
  return toPng(width, height, Uint8Array.from(palette), rows)
}

/** A PNG with a palette (W3C PNG, third edition: one byte a pixel, each row led by filter 0). */
function toPng(width: number, height: number, palette: Uint8Array, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Red, green and blue, 0 to 255, of a hue in degrees at 45 % saturation. */
function colour(hue: number, lightness: number): number[] {
  const amount = 0.45 * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12
    return Math.round(255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  })
}
