const TYPES: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
])

/** The media type of a picture by the extension of its file or URL path; null for any other extension. */
export function imageMediaType(path: string): string | null {
  const extension = /\.([a-z]{3,4})$/i.exec(path)?.[1]
  return TYPES.get(extension?.toLowerCase() ?? '') ?? null
}
