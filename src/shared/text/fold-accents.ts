// oxlint-disable-next-line no-control-regex -- the ASCII range is what is meant
const ASCII = /^[\x00-\x7f]*$/

/** Whether a text is plain ASCII, which needs no folding and allows simpler patterns. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/** The vowel sara am of Thai and Lao, which NFKD decomposes and NFC does not recompose. */
const SARA_AM: Readonly<Record<string, string>> = { '\u0e4d\u0e32': '\u0e33', '\u0ecd\u0eb2': '\u0eb3' }

/** A text in NFKC without accents on Latin letters. Marks of other scripts stay, because they distinguish words. */
export function foldAccents(text: string): string {
  if (isAscii(text)) return text
  const decomposed = text.normalize('NFKD')
  // Most such texts have no marks, and this test is several times cheaper than the replacement.
  const bare = /\p{M}/u.test(decomposed) ? decomposed.replace(/(\p{Script=Latin})\p{M}+/gu, '$1') : decomposed
  return bare.normalize('NFC').replace(/[\u0e4d\u0ecd][\u0e32\u0eb2]/g, (parts) => SARA_AM[parts] ?? parts)
}
