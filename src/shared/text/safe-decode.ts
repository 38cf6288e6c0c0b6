/** A path segment without its percent escapes; unchanged when they are invalid, such as `%FF`. */
export function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
