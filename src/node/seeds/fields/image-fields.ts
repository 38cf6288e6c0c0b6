import type { StoryImage } from '../../../shared/contract/bundle.ts'
import { cleanLine, repeatsTitle } from '../values/clean-text.ts'
import { Fields } from './field-reader.ts'
import { findImage } from '../values/local-image.ts'
import type { ImageDimensions } from '../values/image-dimensions.ts'
import type { FieldPath } from '../../issues/issue-collector.ts'
import type { SeedImageFile, SeedPlace } from '../values/seed-story.ts'
import { quote } from '../../issues/terminal-text.ts'

/** Largest width and height, in pixels; a larger one is a mistake. */
const MAX_PIXELS = 20_000
const MAX_CAPTION = 1000
/** Most images of a story, and as many entries that are none. */
const MAX_IMAGES = 100
const REMEDY = "Remove it, or give the image's address."

/**
 * The images that the field `images` lists, in order, without duplicates. A caption that repeats the story's
 * `title` is left out. Image files in the seeds folder are added to `files`.
 */
export function readImages(fields: Fields, title: string, place: SeedPlace, files: SeedImageFile[]): StoryImage[] {
  const images = new Map<string, StoryImage>()
  const listed = fields.list('images')
  if (listed.length > MAX_IMAGES) fields.report('images', `lists ${listed.length} images; only the first ${MAX_IMAGES} are used. Remove the others.`)
  for (const { value, path } of listed.slice(0, MAX_IMAGES)) {
    const own = typeof value === 'string' ? new Fields({ url: value }, path, fields.collector) : fields.child(value, path)
    if (own === null) continue
    const found = readUrl(own, typeof value === 'string' ? path : own.at('url'), place, files)
    if (found === null) continue
    const { url, size } = found
    const stated = { width: readPixels(own, 'width'), height: readPixels(own, 'height') }
    const image = {
      url,
      ...(size ?? stated),
      caption: readCaption(own, title),
      attribution: lineOf(own, 'attribution') ?? lineOf(own, 'credit'),
    }
    if (!images.has(url)) images.set(url, image)
  }
  return [...images.values()]
}

/** `size` comes from the image file; null for an image on the web. */
function readUrl(own: Fields, path: FieldPath, place: SeedPlace, files: SeedImageFile[]): { readonly url: string; readonly size: ImageDimensions | null } | null {
  const text = (OTHER_NAMES.map((name) => own.text(name)).find((value) => value !== '') ?? '').replace(/^!?\[\[([^\]|]*)(?:\|[^\]]*)?\]\]$/, '$1')
  if (text === '') {
    if (own.value('url') === null) own.collector.warning(path, `is missing. ${REMEDY}`)
    return null
  }
  const found = findImage(place, text, files)
  if ('url' in found) return found
  const isWeb = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text)
  own.collector.warning(path, isWeb ? `${quote(text)} is not a web address: ${found.problem} ${REMEDY}` : `${quote(text)} can't be shown: ${found.problem}`)
  return null
}

/** Names under which an image may have its address. */
const OTHER_NAMES = ['url', 'src', 'path', 'href', 'image', 'feature', 'teaser', 'overlay_image', 'uid']

/** Null when unknown: absent, or 0, as crawlers write it. */
function readPixels(own: Fields, name: 'width' | 'height'): number | null {
  const value = own.number(name)
  if (value === null || value === 0) return null
  const pixels = Math.round(value)
  if (pixels > 0 && pixels <= MAX_PIXELS) return pixels
  own.report(name, `${value} is not a valid image size. Write pixels from 1 to ${MAX_PIXELS}.`)
  return null
}

function readCaption(own: Fields, title: string): string | null {
  const caption = lineOf(own, 'title') ?? lineOf(own, 'caption') ?? lineOf(own, 'alt')
  return caption === null || repeatsTitle(caption, title) ? null : caption
}

function lineOf(own: Fields, name: 'title' | 'caption' | 'alt' | 'attribution' | 'credit'): string | null {
  const line = cleanLine(own.text(name), MAX_CAPTION, own.collector, own.at(name))
  return line === '' ? null : line
}
