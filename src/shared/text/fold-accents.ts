// eslint-disable-next-line no-control-regex -- the ASCII range is what is meant
const ASCII = /^[\x00-\x7f]*$/

/** Whether a text is pure ASCII: nothing to fold, and simpler patterns suffice. */
export function isAscii(text: string): boolean {
  return ASCII.test(text)
}

/** A vowel of Thai and Lao that NFKD decomposes and NFC does not recompose: words need it whole. */
const AM: Readonly<Record<string, string>> = { '\u0e4d\u0e32': '\u0e33', '\u0ecd\u0eb2': '\u0eb3' }

/** A text without accents on Latin letters and in compatibility-normalised form; marks of other scripts stay, because they distinguish words. */
export function foldAccents(text: string): string {
  if (isAscii(text)) return text
  const decomposed = text.normalize('NFKD')
  // Mostly it is a quotation mark that is not ASCII; looking for marks first is several times cheaper.
  const bare = /\p{M}/u.test(decomposed) ? decomposed.replace(/(\p{Script=Latin})\p{M}+/gu, '$1') : decomposed
  return bare.normalize('NFC').replace(/[\u0e4d\u0ecd][\u0e32\u0eb2]/g, (parts) => AM[parts] ?? parts)
}
