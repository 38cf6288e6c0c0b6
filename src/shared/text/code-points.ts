/** The length in UTF-16 units of a text's first `points` code points, or of the whole text when it is shorter. */
export function unitsOf(text: string, points: number): number {
  let units = 0
  for (let left = points; left > 0 && units < text.length; left--) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}
