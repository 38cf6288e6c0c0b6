import type { Sharp, SharpConstructor } from 'sharp'
import { IMAGE_FORMATS } from '../seeds/values/image-formats.ts'
import { concurrencyLimit } from '../lib/concurrency.ts'
import { userError } from '../lib/user-error.ts'

/** Raised when the same picture would be encoded differently: copies in caches of browsers are named after it. */
export const ENCODING = 1

/** Widths of the two copies, in pixels: for cards and phones, and for a story's page. */
const WIDTHS = [640, 1440]
/** Tallest copy, as a multiple of its width. */
const MAX_RATIO = 4
/** Largest picture that is decoded. */
const MAX_PIXELS = 50_000_000
/** Longest time to decode it, in seconds. */
const MAX_SECONDS = 30
/** Pictures that are decoded at once: each takes memory and several threads. */
const AT_ONCE = 3

export const FORMATS = ['webp', 'avif'] as const
export type CopyFormat = (typeof FORMATS)[number]

/** One copy of a picture. */
export interface Copy {
  readonly width: number
  readonly format: CopyFormat
  readonly bytes: Uint8Array
}

/** A picture's copies, and what is known about them. */
export interface Copies {
  /** Size of the largest copy. */
  readonly width: number
  readonly height: number
  /** Average colour, such as `#a1b2c3`. */
  readonly colour: string
  readonly copies: readonly Copy[]
}

/** Whether bytes are a picture in a format of pixels, by their content. */
export function isBitmap(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  return IMAGE_FORMATS.some((format) => format.extension !== 'svg' && format.matches(head))
}

/**
 * Copies of a picture in two widths, or one if it is small, without its metadata. Of an animation, the first frame,
 * or null with `keepsAnimations`. Null for bytes that can't be decoded.
 */
export async function resizePicture(bytes: Uint8Array, keepsAnimations: boolean): Promise<Copies | null> {
  const sharp = await loadSharp()
  return inTurn(() => toCopies(sharp, bytes, keepsAnimations)).catch(() => null)
}

const inTurn = concurrencyLimit(AT_ONCE)

async function toCopies(sharp: SharpConstructor, bytes: Uint8Array, keepsAnimations: boolean): Promise<Copies | null> {
  const source = sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
  if (keepsAnimations && ((await source.metadata()).pages ?? 1) > 1) return null
  const largest = WIDTHS.at(-1) ?? 0
  const fit = (image: Sharp, width: number) => image.resize({ width, height: width * MAX_RATIO, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await fit(source.autoOrient(), largest).toColourspace('srgb').timeout({ seconds: MAX_SECONDS }).raw().toBuffer({ resolveWithObject: true })
  const raw = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const [red = 0, green = 0, blue = 0] = await raw().removeAlpha().resize(1, 1, { fit: 'fill' }).raw().toBuffer()
  const widths = [...WIDTHS.filter((width) => width < info.width), ...(info.width <= largest ? [info.width] : [])]
  const copies: Copy[] = []
  for (const width of widths) {
    for (const format of FORMATS) copies.push({ width, format, bytes: await encode(fit(raw(), width), format).toBuffer() })
  }
  return { width: info.width, height: info.height, colour: `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`, copies }
}

/** More effort would take twice the time for a few per cent of the bytes. */
function encode(image: Sharp, format: CopyFormat): Sharp {
  return format === 'webp' ? image.webp({ quality: 76, effort: 3 }) : image.avif({ quality: 52, effort: 1 })
}

/** Loaded when the first picture needs it. */
async function loadSharp(): Promise<SharpConstructor> {
  try {
    return (await import('sharp')).default
  } catch (error) {
    throw userError(`Pictures can't be resized, because the package sharp can't be loaded: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}. Run npm ci.`)
  }
}
