/** An image format that browsers show. */
export interface ImageFormat {
  readonly name: string
  /** As file names have it, in lower case; `jpg` also stands for `jpeg`. */
  readonly extension: string
  readonly mediaType: string
  /** Whether a file with this content (Latin-1) has the format. */
  matches(content: string): boolean
}

/** The formats of image files that a site serves. */
export const IMAGE_FORMATS: readonly ImageFormat[] = [
  { name: 'JPEG', extension: 'jpg', mediaType: 'image/jpeg', matches: (head) => head.startsWith('\xff\xd8\xff') },
  { name: 'PNG', extension: 'png', mediaType: 'image/png', matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { name: 'GIF', extension: 'gif', mediaType: 'image/gif', matches: (head) => /^GIF8[79]a/.test(head) },
  { name: 'WebP', extension: 'webp', mediaType: 'image/webp', matches: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8) },
  { name: 'AVIF', extension: 'avif', mediaType: 'image/avif', matches: (head) => head.startsWith('ftyp', 4) && /avi[fs]/.test(head.slice(8, 32)) },
  { name: 'plain SVG', extension: 'svg', mediaType: 'image/svg+xml', matches: (content) => /^(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!--|!doctype svg)[^]*<svg[\s>]|^\s*<svg[\s>]/i.test(content) && !ACTIVE.test(content) },
]

/**
 * What makes an SVG image more than a picture when it is opened on its own: scripts, handlers, foreign elements,
 * entities, style sheets, and addresses other than of its own parts and of embedded pictures.
 */
const ACTIVE =
  /<(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler|listener)\b|[\s"'/]on\w+\s*=|<!entity|<!doctype[^>]*\[|<\?(?!xml\s)|attributeName\s*=\s*["']?\s*(?:on|[\w:]*href)|href\s*=\s*["']?(?!\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))[^\s"'>]|\bxmlns(?::\w+)?\s*=\s*["'][^"']*xhtml/i

/** Extensions of images that a site can't serve. */
const OTHER_EXTENSIONS = ['bmp', 'ico', 'heic', 'tif', 'tiff']

/** The format that a file's name or an address's path says; undefined for any other. */
export function imageFormatOf(path: string): ImageFormat | undefined {
  const extension = extensionOf(path)
  return IMAGE_FORMATS.find((format) => format.extension === extension)
}

/** Whether a file is named like an image of any format. */
export function isImageName(path: string): boolean {
  return imageFormatOf(path) !== undefined || OTHER_EXTENSIONS.includes(extensionOf(path))
}

function extensionOf(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return extension === 'jpeg' ? 'jpg' : extension
}
