import { imageSize } from 'image-size'

/** In pixels, as browsers show it. */
export interface ImageDimensions {
  readonly width: number
  readonly height: number
}

/** Sizes stand at the beginning of a file; more bytes than this would only give hostile ones time. */
const HEAD = 256 * 1024

/** Pixels; what tells more is no picture that a browser shows. */
const MAX_PIXELS = 65_535

/** The size a picture's file tells; null when it tells none that can be. */
export function readImageDimensions(bytes: Uint8Array): ImageDimensions | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes.subarray(0, HEAD))
    if (![width, height].every((pixels) => pixels > 0 && pixels <= MAX_PIXELS)) return null
    // So a camera tells that it was held upright; browsers turn the picture.
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height }
  } catch {
    return null
  }
}
