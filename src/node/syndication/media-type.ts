import { imageFormatOf } from '../seeds/values/image-formats.ts'

/** The media type that the extension of an image's address says; null when it says none. */
export function imageType(address: string): string | null {
  const { pathname } = new URL(address)
  return /\.svg$/i.test(pathname) ? 'image/svg+xml' : (imageFormatOf(pathname)?.mediaType ?? null)
}
