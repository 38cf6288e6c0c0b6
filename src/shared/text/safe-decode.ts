/** A part of an address without its escapes; one whose escapes are none, as `%FF`, is what it says. */
export function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
