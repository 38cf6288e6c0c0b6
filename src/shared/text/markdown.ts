/** Characters with a meaning anywhere in a line of CommonMark or GitHub's Markdown. */
const SIGNS = /[\\`*_[\]<>&~|#$]/g

/** What starts a heading's underline, a list or a quote at the beginning of a line. */
const LINE_STARTS = /^(\s*)(?:([-+=:])|(\d{1,9})(?=[.)]))/gm

/** Escapes plain text so that Markdown shows exactly this text, without markup, HTML, entities or lists. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SIGNS, '\\$&')
    .replace(LINE_STARTS, (_, space: string, sign?: string, number?: string) => space + (sign === undefined ? `${number ?? ''}\\` : `\\${sign}`))
}

/** Escapes a title, a name or a link text: one line, without control characters. */
export function escapeMarkdownLine(text: string): string {
  return escapeMarkdown(text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
}

/** A text as a link; only the text when the address is not http(s) or the text is blank. */
export function markdownLink(text: string, url: string | null): string {
  const shown = escapeMarkdownLine(text)
  const address = url === null ? null : markdownAddress(url)
  return address === null || shown === '' ? shown : `[${shown}](${address})`
}

/** Escapes an http(s) address for a link's parentheses; null for any other address, and for one with white space. */
export function markdownAddress(url: string): string | null {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(url)) return null
  const escaped = url.replace(/[\\()]|&(?=#?\w+;)/g, '\\$&')
  return escaped.replaceAll('<', '%3C').replaceAll('>', '%3E')
}
