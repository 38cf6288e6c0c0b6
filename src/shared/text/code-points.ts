/** How many UTF-16 units the first `points` code points of a text take: all, when it has no more of them. */
export function unitsOf(text: string, points: number): number {
  let units = 0
  for (let left = points; left > 0 && units < text.length; left--) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}
