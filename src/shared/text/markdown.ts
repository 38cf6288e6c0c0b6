/** Signs that mean something anywhere in a line of CommonMark or GitHub's Markdown. */
const SIGNS = /[\\`*_[\]<>&~|#$]/g

/** What begins a heading's underline, a list or a quotation where it opens a line. */
const LINE_STARTS = /^(\s*)(?:([-+=:])|(\d{1,9})(?=[.)]))/gm

/** Plain text as Markdown that shows just this text, whatever stands in it: no markup, HTML, entity or list comes of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SIGNS, '\\$&')
    .replace(LINE_STARTS, (_, space: string, sign?: string, number?: string) => space + (sign === undefined ? `${number ?? ''}\\` : `\\${sign}`))
}

/** A text in one line, without control characters: what a title, a name or a link's text may be. */
export function escapeMarkdownLine(text: string): string {
  return escapeMarkdown(text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
}

/** A text as a link; the text alone where the address is not http(s) or the text is blank. */
export function markdownLink(text: string, url: string | null): string {
  const shown = escapeMarkdownLine(text)
  const address = url === null ? null : markdownAddress(url)
  return address === null || shown === '' ? shown : `[${shown}](${address})`
}

/** An http(s) address as it may stand between a link's parentheses; null for any other, and for one with white space. */
export function markdownAddress(url: string): string | null {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(url)) return null
  const escaped = url.replace(/[\\()]|&(?=#?\w+;)/g, '\\$&')
  return escaped.replaceAll('<', '%3C').replaceAll('>', '%3E')
}
