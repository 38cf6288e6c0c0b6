const QUOTED_LENGTH = 60

/** A seed's text as a quotation in a message: one line, shortened, and without characters that control a terminal. */
export function quote(text: string): string {
  const points = Array.from(text.slice(0, QUOTED_LENGTH * 2 + 2))
  const isCut = points.length > QUOTED_LENGTH
  const quoted = isCut ? points.slice(0, QUOTED_LENGTH - 1).join('') : points.join('')
  return `"${escapeInvisible(quoted)}${isCut ? '…' : ''}"`
}

/** A seed's text, or its file name, on one line and without characters that control a terminal. */
export function escapeInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter)
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
