import { decodeHTMLAttribute } from 'entities'
import type { ResizedImage } from '../../shared/contract/bundle.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'

/** An image of a sanitised body, whose first attribute is its address: text contains no `<`, and attributes no `"`. */
const IMAGE = /<img src="([^"]*)"((?: [a-z]+="[^"]*")*)>/g
/** A file of the bundle, as a body names it. */
const OWN = /^\.\.\/\.\.\/(data\/images\/[\w.-]+)$/

/** The pictures of a body: http(s) addresses, and files of the bundle. */
export function picturesIn(bodyHtml: string): string[] {
  return [...bodyHtml.matchAll(IMAGE)].map(([, source = '']) => pictureOf(source))
}

/** What replaces a picture: its copies and its address in the bundle; null for one that is gone, undefined for one that stays. */
export type BodyPicture = { readonly url: string; readonly resized: ResizedImage } | null | undefined

/** A body with its pictures replaced; of those that are gone, their text stays. */
export function replacePictures(bodyHtml: string, replace: (picture: string) => BodyPicture): string {
  return bodyHtml.replace(IMAGE, (image, source: string, attributes: string) => {
    const picture = replace(pictureOf(source))
    if (picture === undefined) return image
    if (picture === null) return escapeHtml(decodeHTMLAttribute(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? ''))
    const { url, resized } = picture
    const set = (format: 'webp' | 'avif') => resized.widths.map((width) => `../../${dataFiles.resizedImage(resized.name, width, format)} ${width}w`).join(', ')
    // As wide as the text, see `story-article.module.css`.
    const sizes = 'sizes="(min-width: 45em) 42em, 100vw"'
    return `<picture><source type="image/avif" srcset="${set('avif')}" ${sizes}><img src="../../${url}" srcset="${set('webp')}" ${sizes}${attributes}></picture>`
  })
}

function pictureOf(source: string): string {
  const address = decodeHTMLAttribute(source)
  return OWN.exec(address)?.[1] ?? address
}
