import { toPng } from './png.ts'

/** Shapes a crawler meets, in pixels: mostly wide ones. */
const SHAPES = [
  { name: 'wide', width: 1200, height: 675 },
  { name: 'square', width: 800, height: 800 },
  { name: 'wide', width: 1200, height: 675 },
  { name: 'tall', width: 700, height: 1400 },
  { name: 'wide', width: 1200, height: 675 },
  { name: 'panorama', width: 2400, height: 600 },
  { name: 'wide', width: 1200, height: 675 },
  { name: 'square', width: 800, height: 800 },
  { name: 'tiny', width: 90, height: 60 },
] as const

export const PICTURES = 36

export interface Picture {
  /** Relative to the corpus's folder, with `/`. */
  readonly path: string
  readonly width: number
  readonly height: number
}

/** The logo that one paper puts on all its stories. */
export const LOGO: Picture = { path: 'pictures/logo.png', width: 600, height: 400 }

/** The picture of a number: where it lies and its size. */
export function pictureOf(number: number): Picture {
  const { name, width, height } = SHAPES[number % SHAPES.length] ?? SHAPES[0]
  return { path: `pictures/${name}-${number}.png`, width, height }
}

/** A look: its colours, and which of them a point has. */
type Look = (hue: number, turn: number, width: number, height: number) => { readonly palette: number[]; readonly pixel: (x: number, y: number) => number }

/** By number; tests make many corpora, and all show the same pictures. */
const drawn = new Map<number, Uint8Array>()

/** The picture of a number, drawn. No two are alike. */
export function drawPicture(number: number): Uint8Array {
  const picture = drawn.get(number) ?? draw(number)
  drawn.set(number, picture)
  return picture
}

function draw(number: number): Uint8Array {
  const { width, height } = pictureOf(number)
  // Shapes repeat every nine pictures; looks must not repeat with them.
  const look = LOOKS[(number + Math.floor(number / SHAPES.length)) % LOOKS.length] ?? hills
  const { palette, pixel } = look((number * 137.5) % 360, number, width, height)
  return toPng(width, height, palette, pixel)
}

export function drawLogo(): Uint8Array {
  const { width, height } = LOGO
  const { palette, pixel } = discs(210, 0, width, height)
  return toPng(width, height, palette, pixel)
}

const RIDGES = 6
const SKY = 32

/** Ridges in the haze under a low sun. */
const hills: Look = (hue, turn, width, height) => {
  const sky = steps(SKY, (at) => colour(hue + 40 - at * 40, 0.55, 0.62 + at * 0.28))
  const ridges = steps(RIDGES, (at) => colour(hue - at * 25, 0.4, 0.68 - at * 0.54))
  const palette = [...sky, ...ridges, ...colour(hue + 50, 0.9, 0.93)]
  const unit = Math.max(width, height) / 12
  const edges = Array.from({ length: RIDGES }, (_, ridge) =>
    Array.from({ length: width }, (_, x) => {
      const wave = Math.sin(x / unit + turn * 3 + ridge * 1.9) * 0.05 + Math.sin(x / unit / 0.37 + turn + ridge * 4.1) * 0.02
      return (0.42 + ridge * 0.1 + wave) * height
    }),
  )
  const [sunX, sunY, sun] = [width * (0.25 + (turn % 5) / 8), height * 0.34, Math.min(width, height) * 0.13]
  return {
    palette,
    pixel(x, y) {
      for (let ridge = RIDGES - 1; ridge >= 0; ridge--) if (y > (edges[ridge]?.[x] ?? height)) return SKY + ridge
      if ((x - sunX) ** 2 + (y - sunY) ** 2 < sun * sun) return SKY + RIDGES
      return Math.min(SKY - 1, Math.floor((y / height) * 1.6 * SKY))
    },
  }
}

const DISCS = 6

/** Overlapping discs of glass: one bit each. */
const discs: Look = (hue, turn, width, height) => {
  const palette = steps(1 << DISCS, (_, bits) => {
    const layers = Array.from({ length: DISCS }, (_, disc) => (bits >> disc) & 1)
    const count = layers.reduce((sum, layer) => sum + layer, 0)
    const shift = layers.reduce((sum, layer, disc) => sum + layer * (disc - 2) * 14, 0)
    return colour(hue + shift, 0.5, 0.9 - count * 0.14)
  })
  const size = Math.min(width, height)
  const places = Array.from({ length: DISCS }, (_, disc) => ({
    x: width * ((0.13 + disc * 0.618 + turn * 0.07) % 1),
    y: height * ((0.31 + disc * 0.414 + turn * 0.11) % 1),
    squared: (size * (0.22 + ((disc + turn) % 4) * 0.09)) ** 2,
  }))
  return {
    palette,
    pixel(x, y) {
      let bits = 0
      for (let disc = 0; disc < DISCS; disc++) {
        const place = places[disc]
        if (place && (x - place.x) ** 2 + (y - place.y) ** 2 < place.squared) bits |= 1 << disc
      }
      return bits
    },
  }
}

const BANDS = 14

/** Bands that swing across, from light to dark. */
const bands: Look = (hue, turn, width, height) => {
  const palette = steps(BANDS, (at) => colour(hue + at * 60, 0.5, 0.88 - at * 0.66))
  const unit = Math.max(width, height)
  const slope = ((turn % 7) - 3) / 6
  const swing = Array.from({ length: width }, (_, x) => slope * (x / width - 0.5) + Math.sin((x / unit) * 5 + turn) * 0.16)
  return {
    palette,
    pixel: (x, y) => Math.min(BANDS - 1, Math.max(0, Math.floor((y / height + (swing[x] ?? 0)) * BANDS))),
  }
}

const LOOKS = [hills, discs, bands] as const

/** `count` colours in a row; `at` runs from 0 to 1. */
function steps(count: number, make: (at: number, index: number) => number[]): number[] {
  return Array.from({ length: count }, (_, index) => make(index / (count - 1), index)).flat()
}

/** Red, green and blue, 0 to 255, of a hue in degrees (https://www.w3.org/TR/css-color-4/#hsl-to-rgb). */
function colour(hue: number, saturation: number, lightness: number): number[] {
  const amount = saturation * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((offset) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12
    return Math.round(255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  })
}
