/** A position in a file, 1-based; columns count UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** What keeps a file from being read as a seed, and where. */
export interface Problem extends Place {
  readonly message: string
}

/** The position of an offset in a text whose only line break is `\n`. */
export function placeAt(text: string, offset: number): Place {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}
