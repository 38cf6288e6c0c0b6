/** Most colours of a PNG whose pixels are one byte each. */
const MAX_COLOURS = 256

/** A picture as numbers of colours. */
export interface Indexed {
  /** `0xrrggbb`; at most 256. */
  readonly palette: readonly number[]
  /** A place in `palette` for each pixel, row by row. */
  readonly pixels: Uint8Array
}

/**
 * Numbers a picture's colours. A card has a hundred to three hundred: a few flat ones, and those of smooth
 * edges, of which the rarest give way to the nearest. `rgba` is four bytes a pixel, opaque.
 */
export function toIndexed(rgba: Uint8Array): Indexed {
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
    // Most pixels are as the one before; a look into the map takes longer than all else here.
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
