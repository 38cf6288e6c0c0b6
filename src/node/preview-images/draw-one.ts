import type { SharpConstructor } from 'sharp'
import { PREVIEW_IMAGE_SIZE } from '../../shared/meta/preview-image.ts'
import { coloursOf } from './colours.ts'
import { fontsFor } from './fonts.ts'
import { layOut } from './layout.ts'
import { patternSvg } from './pattern.ts'
import type { PreviewImage } from './preview-image.ts'

/** Characters that a text can lose without changing its meaning: emoji, and joiners between them. */
const OPTIONAL = /[\p{Extended_Pictographic}\u200c\u200d]/u

/** A PNG, or null when the image can't be drawn: the fonts lack a character of its headline, or the libraries fail. */
export type DrawnImage = Uint8Array | null

/** The libraries that draw. */
interface Libraries {
  readonly satori: typeof import('satori').default
  readonly Resvg: typeof import('@resvg/resvg-js').Resvg
  readonly sharp: SharpConstructor
}

/** Loads the libraries, which few builds need, and returns a function that draws an image. Rejects where they don't run. */
export async function loadDrawer(): Promise<(image: PreviewImage) => Promise<DrawnImage>> {
  const [{ default: satori }, { Resvg }, { default: sharp }] = await Promise.all([import('satori'), import('@resvg/resvg-js'), import('sharp')])
  // A hostile text that breaks the libraries must not end the build: that story gets no image.
  return (image) => draw(image, { satori, Resvg, sharp }).catch(() => null)
}

async function draw(image: PreviewImage, libraries: Libraries): Promise<DrawnImage> {
  const missing = new Set<string>()
  const svg = image.headline === '' ? '' : await toSvg(image, missing, libraries)
  if (missing.size === 0) return svg === '' ? null : toPng(svg, libraries)
  const rest = without(image, missing)
  return rest.headline === '' ? null : toPng(await toSvg(rest, missing, libraries), libraries)
}

/** Adds what the fonts lack to `missing`. */
async function toSvg(image: PreviewImage, missing: Set<string>, { satori }: Libraries): Promise<string> {
  const { ground, figure, light } = coloursOf(image.look.hue)
  const { headline, topic, provider, date, site } = image
  const svg = await satori(layOut(image, light), {
    ...PREVIEW_IMAGE_SIZE,
    fonts: fontsFor([headline, topic, provider, date, site].join(' '), image.language),
    loadAdditionalAsset: (_language, text) => {
      for (const char of text) missing.add(char)
      return Promise.resolve([])
    },
  })
  const cover = `<rect width="${PREVIEW_IMAGE_SIZE.width}" height="${PREVIEW_IMAGE_SIZE.height}" fill="${ground}"/>${patternSvg(image.look.pattern, figure)}`
  return svg.replace(/^<svg[^>]*>/, (opening) => opening + cover)
}

/** An image without the missing characters. A text that would lose a letter or sign is left out whole, so that it can't say something else. */
function without(image: PreviewImage, missing: ReadonlySet<string>): PreviewImage {
  const strip = (text: string) => {
    const chars = Array.from(text)
    if (chars.some((char) => missing.has(char) && !OPTIONAL.test(char))) return ''
    return chars.filter((char) => !missing.has(char)).join('').replace(/ +/g, ' ').trim()
  }
  return {
    ...image,
    headline: strip(image.headline),
    topic: strip(image.topic),
    provider: strip(image.provider),
    date: strip(image.date),
    site: strip(image.site),
  }
}

/** With a palette, the file is less than half as large as what the renderer itself encodes. */
function toPng(svg: string, { Resvg, sharp }: Libraries): Promise<Uint8Array> {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return sharp(pixels, { raw: { ...PREVIEW_IMAGE_SIZE, channels: 4 } }).png({ palette: true, dither: 0, effort: 1 }).toBuffer()
}
