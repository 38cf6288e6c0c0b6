import { PREVIEW_IMAGE_SIZE } from '../../shared/meta/preview-image.ts'
import { coloursOf } from './colours.ts'
import { fontsFor } from './fonts.ts'
import { layOutCard } from './layout.ts'
import { toIndexed } from './quantize.ts'
import { patternSvg } from './pattern.ts'
import { toCardPng } from './png.ts'
import type { Card } from './preview-image.ts'

/** What a text may lose and still say the same: pictures among its letters, and what shapes these. */
const SPARED = /[\p{Extended_Pictographic}\u200c\u200d]/u

/** A card's PNG, or null when it can't be drawn: the fonts lack something of its headline, or the libraries fail at it. */
export type DrawnCard = Uint8Array | null

/** The libraries that draw. */
interface Libraries {
  readonly satori: typeof import('satori').default
  readonly Resvg: typeof import('@resvg/resvg-js').Resvg
}

/** What draws cards. Loads its libraries only now, for few builds need them; rejects where they don't run. */
export async function cardDrawer(): Promise<(card: Card) => Promise<DrawnCard>> {
  const [{ default: satori }, { Resvg }] = await Promise.all([import('satori'), import('@resvg/resvg-js')])
  // What one hostile text does to the libraries must not end the build: that story goes without a card.
  return (card) => drawCard(card, { satori, Resvg }).catch(() => null)
}

async function drawCard(card: Card, libraries: Libraries): Promise<DrawnCard> {
  const missing = new Set<string>()
  const svg = card.headline === '' ? '' : await toSvg(card, missing, libraries)
  if (missing.size === 0) return svg === '' ? null : toPng(svg, libraries)
  const rest = without(card, missing)
  return rest.headline === '' ? null : toPng(await toSvg(rest, missing, libraries), libraries)
}

/** Adds what the fonts lack to `missing`. */
async function toSvg(card: Card, missing: Set<string>, { satori }: Libraries): Promise<string> {
  const { ground, figure, light } = coloursOf(card.look.hue)
  const { headline, topic, provider, date, site } = card
  const svg = await satori(layOutCard(card, light), {
    ...PREVIEW_IMAGE_SIZE,
    fonts: fontsFor([headline, topic, provider, date, site].join(' '), card.language),
    loadAdditionalAsset: (_language, text) => {
      for (const char of text) missing.add(char)
      return Promise.resolve([])
    },
  })
  const cover = `<rect width="${PREVIEW_IMAGE_SIZE.width}" height="${PREVIEW_IMAGE_SIZE.height}" fill="${ground}"/>${patternSvg(card.look.pattern, figure)}`
  return svg.replace(/^<svg[^>]*>/, (opening) => opening + cover)
}

/** A card of what the fonts hold. A text without one of its letters or signs would say something else, so it goes whole. */
function without(card: Card, missing: ReadonlySet<string>): Card {
  const keep = (text: string) => {
    const chars = Array.from(text)
    if (chars.some((char) => missing.has(char) && !SPARED.test(char))) return ''
    return chars.filter((char) => !missing.has(char)).join('').replace(/ +/g, ' ').trim()
  }
  return {
    ...card,
    headline: keep(card.headline),
    topic: keep(card.topic),
    provider: keep(card.provider),
    date: keep(card.date),
    site: keep(card.site),
  }
}

function toPng(svg: string, { Resvg }: Libraries): Uint8Array {
  return toCardPng(toIndexed(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels))
}
