/** Lines shown before and after the one an issue is about. */
const AROUND = 2

/** Characters of a line that are shown. */
const WIDTH = 120

/**
 * The lines around an issue, numbered, the line itself marked. A `secured` field is never shown,
 * and neither is anything that could belong to it: all lines from its name to the next field.
 */
export function codeFrame(text: string, line: number): string {
  const lines = text.split(/\r\n?|\n/)
  const secret = secretLines(lines)
  const shown: string[] = []
  for (let number = Math.max(1, line - AROUND); number <= Math.min(lines.length, line + AROUND); number++) {
    if (secret.has(number)) continue
    // After the number, because the overlay trims white space at the start of a frame.
    const mark = number === line ? '>' : ' '
    // A long run without a space is an address, or a secret under another name.
    const content = (lines[number - 1] ?? '').slice(0, WIDTH).replace(/[A-Za-z0-9+/=;_-]{60,}/g, '…')
    shown.push(`${String(number).padEnd(4)} ${mark} | ${content}`)
  }
  return shown.join('\n')
}

/** Numbers of the lines of `secured` fields, counted from 1. */
function secretLines(lines: readonly string[]): Set<number> {
  const secret = new Set<number>()
  let indent = -1
  lines.forEach((line, index) => {
    const isField = /^\s*(?:-\s+)*["']?[\w-]+["']?\s*:(?:\s|$)/.test(line)
    if (indent >= 0 && (isField || line.startsWith('---')) && line.search(/\S/) <= indent) indent = -1
    if (/secured/i.test(line)) indent = Math.max(0, line.search(/\S/))
    if (indent >= 0) secret.add(index + 1)
  })
  return secret
}
