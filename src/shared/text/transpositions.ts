/** The word with each pair of adjacent letters swapped: a slip that a Levenshtein distance counts as two edits. */
export function transpositions(word: string): ReadonlySet<string> {
  const letters = Array.from(word)
  return new Set(letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join('')))
}
