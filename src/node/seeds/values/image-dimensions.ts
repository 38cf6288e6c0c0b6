import { imageSize } from 'image-size'

/** The size of an image in pixels, as browsers show it. */
export interface ImageDimensions {
  readonly width: number
  readonly height: number
}

/** Bytes to look at: a file names its size near its beginning, and a hostile file shall not take long. */
const HEAD = 256 * 1024

/** Largest width and height, in pixels, that browsers show. */
const MAX_PIXELS = 65_535

/** The size of an image file; null when it has none, or an impossible one. */
export function readImageDimensions(bytes: Uint8Array): ImageDimensions | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes.subarray(0, HEAD))
    if (![width, height].every((pixels) => pixels > 0 && pixels <= MAX_PIXELS)) return null
    // EXIF orientations 5 to 8 are rotated by a quarter, as a camera held upright records them.
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height }
  } catch {
    return null
  }
}
