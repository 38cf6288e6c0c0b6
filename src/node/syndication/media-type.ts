import { imageFormatOf } from '../seeds/values/image-formats.ts'

/** The media type of a picture by the extension of its address; null when there is none. */
export function imageMediaType(address: string): string | null {
  const { pathname } = new URL(address)
  return /\.svg$/i.test(pathname) ? 'image/svg+xml' : (imageFormatOf(pathname)?.mediaType ?? null)
}
