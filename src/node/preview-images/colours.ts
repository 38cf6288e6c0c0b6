import { COVER_HUES } from '../../shared/feed/cover.ts'

/** Colours of a preview image, as `#rrggbb`: those of the covers in `cover.module.css`. */
export interface PreviewColours {
  readonly ground: string
  readonly figure: string
  readonly light: string
}

/** The colours of the hue at this place in `COVER_HUES`. */
export function coloursOf(place: number): PreviewColours {
  const hue = COVER_HUES[place] ?? 0
  return { ground: toHex(0.4, 0.1, hue), figure: toHex(0.5, 0.12, hue), light: toHex(0.96, 0.02, hue) }
}

/**
 * OKLCH to sRGB, as CSS Color 4 converts (Björn Ottosson's OKLab matrices), channels out of range
 * clipped, as browsers do. Hue in degrees.
 */
function toHex(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map(toByte).map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function toByte(linear: number): number {
  const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(255 * Math.min(1, Math.max(0, encoded)))
}
