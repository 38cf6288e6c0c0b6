import { PREVIEW_IMAGE_SIZE } from '../../shared/meta/preview-image.ts'

const { width, height } = PREVIEW_IMAGE_SIZE

/** Pixels; a preview image is about twice as wide as a cover, and previews show it at half its size. */
const LINE = 4

/** The patterns of `cover.module.css`, by their number there, as SVG in one colour (`#rrggbb`). */
export function patternSvg(pattern: number, colour: string): string {
  switch (pattern) {
    case 0:
      return tiled(32, `<rect width="${LINE}" height="32" fill="${colour}"/>`, 'rotate(45)')
    case 1:
      return `<circle cx="${width}" cy="${height}" r="${0.45 * Math.hypot(width, height)}" fill="${colour}"/>`
    case 2:
      return tiled(36, `<circle cx="18" cy="18" r="${LINE}" fill="${colour}"/>`)
    case 3:
      // Where a gradient at 115 degrees turns at 60 % of its length.
      return `<polygon points="896,0 ${width},0 ${width},${height} 602,${height}" fill="${colour}"/>`
    case 4:
      return rings(colour)
    default:
      return tiled(48, `<path d="M0 1H48M1 0V48" stroke="${colour}" stroke-width="${LINE / 2}"/>`)
  }
}

function tiled(size: number, tile: string, transform = ''): string {
  const pattern = `<pattern id="tile" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="${transform}">`
  return `<defs>${pattern}${tile}</pattern></defs><rect width="${width}" height="${height}" fill="url(#tile)"/>`
}

function rings(colour: string): string {
  let circles = ''
  for (let radius = LINE / 2; radius < Math.hypot(width, height); radius += 44) circles += `<circle cx="${width}" cy="0" r="${radius}"/>`
  return `<g fill="none" stroke="${colour}" stroke-width="${LINE}">${circles}</g>`
}
