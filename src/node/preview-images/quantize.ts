/** Most colours of a PNG whose pixels are one byte each. */
const MAX_COLOURS = 256

/** A picture as numbers of colours. */
export interface IndexedImage {
  /** `0xrrggbb`; at most 256. */
  readonly palette: readonly number[]
  /** A place in `palette` for each pixel, row by row. */
  readonly pixels: Uint8Array
}

/**
 * Reduces a picture to a palette. An image has a hundred to three hundred colours, most of them of smooth
 * edges; the rarest are replaced by the nearest. `rgba` is four opaque bytes a pixel.
 */
export function toIndexed(rgba: Uint8Array): IndexedImage {
  const colours = new Uint32Array(rgba.length / 4)
  for (let pixel = 0, at = 0; pixel < colours.length; pixel++, at += 4) {
    colours[pixel] = ((rgba[at] ?? 0) << 16) | ((rgba[at + 1] ?? 0) << 8) | (rgba[at + 2] ?? 0)
  }
  const ranked = rank(colours)
  const palette = ranked.slice(0, MAX_COLOURS)
  const places = new Map(ranked.map((colour, place) => [colour, place < MAX_COLOURS ? place : nearest(palette, colour)]))
  const pixels = new Uint8Array(colours.length)
  let [last, place] = [-1, 0]
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const colour = colours[pixel] ?? 0
    // Most pixels equal the one before, and the map lookup is the slowest part.
    if (colour !== last) [last, place] = [colour, places.get(colour) ?? 0]
    pixels[pixel] = place
  }
  return { palette, pixels }
}

/** Different colours, the most used first. */
function rank(colours: Uint32Array): number[] {
  const uses = new Map<number, number>()
  let start = 0
  for (let pixel = 1; pixel <= colours.length; pixel++) {
    const colour = colours[start] ?? 0
    if (colours[pixel] === colour) continue
    uses.set(colour, (uses.get(colour) ?? 0) + pixel - start)
    start = pixel
  }
  return [...uses].sort(([a, often], [b, oftener]) => oftener - often || a - b).map(([colour]) => colour)
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let smallest = Infinity
  palette.forEach((candidate, place) => {
    const distance =
      (red(colour) - red(candidate)) ** 2 + (green(colour) - green(candidate)) ** 2 + (blue(colour) - blue(candidate)) ** 2
    if (distance < smallest) [best, smallest] = [place, distance]
  })
  return best
}

function red(colour: number): number {
  return colour >> 16
}

function green(colour: number): number {
  return (colour >> 8) & 255
}

function blue(colour: number): number {
  return colour & 255
}
