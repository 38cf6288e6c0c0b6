/** Excerpts this short are written, not cut off: in characters. */
const MIN_CUT = 90

/** An excerpt that ends well: one that its crawler cut off in mid-sentence gets an ellipsis. */
export function finishExcerpt(excerpt: string): string {
  const bare = excerpt.replace(/[\s,;:–—-]*(?:\.{2,}|…|\[…\])?\s*$/u, '')
  const isCut = bare !== excerpt.trimEnd() || (excerpt.length >= MIN_CUT && /[\p{L}\p{N}]$/u.test(bare))
  return isCut ? `${bare}…` : excerpt
}
