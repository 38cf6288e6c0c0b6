const TYPES: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
])

/** The media type that a picture's address tells by its ending; null when it tells none. */
export function imageType(address: string): string | null {
  const extension = /\.([a-z]{3,4})$/i.exec(new URL(address).pathname)?.[1]
  return TYPES.get(extension?.toLowerCase() ?? '') ?? null
}
