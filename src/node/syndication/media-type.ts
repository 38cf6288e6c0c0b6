const TYPES: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
])

/** The media type of a picture by the extension of its address; null when there is none. */
export function imageMediaType(address: string): string | null {
  const extension = /\.([a-z]{3,4})$/i.exec(new URL(address).pathname)?.[1]
  return TYPES.get(extension?.toLowerCase() ?? '') ?? null
}
