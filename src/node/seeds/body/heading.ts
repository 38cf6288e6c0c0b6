/** The first heading of a body, without its markup, and the body without it. */
export interface Heading {
  readonly text: string
  /** Whether nothing is above it. */
  readonly isFirst: boolean
  /** The body with blank lines in place of the heading, so that line numbers stay the same. */
  readonly rest: string
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The first heading of level 1 in a Markdown body that is not code; null without any. */
export function findHeading(body: string): Heading | null {
  const lines = body.split('\n')
  let fence = ''
  let isFirst = true
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const marks = FENCE.exec(line)?.[1] ?? ''
    if (fence === '') fence = marks
    else if (marks.startsWith(fence)) fence = ''
    if (fence !== '' || marks !== '') {
      isFirst = false
      continue
    }
    const atx = /^ {0,3}# +(.+?)(?: +#+)? *$/.exec(line)?.[1]
    const isSetext = isFirst && /\S/.test(line) && /^=+ *$/.test(lines[index + 1] ?? '')
    const text = atx === undefined && !isSetext ? '' : plainMarkdown(atx ?? line)
    if (text !== '') return { text, isFirst, rest: lines.with(index, '').with(isSetext ? index + 1 : index, '').join('\n') }
    if (/\S/.test(line)) isFirst = false
  }
  return null
}

/** One line of Markdown without the marks of emphasis, code and links. */
function plainMarkdown(line: string): string {
  return line
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\*\*|__|\*|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/ *\{#[\w-]+\} *$/, '')
    .trim()
}

/** Tags (`#tag`) in lines that contain nothing else, as in the notes of Obsidian. */
export function findBodyTags(body: string): string[] {
  const lines = body.match(/^[ \t]*#[\p{L}_][\p{L}\p{N}_/-]*(?:[ \t,]+#[\p{L}_][\p{L}\p{N}_/-]*)*[ \t]*$/gmu) ?? []
  return lines.flatMap((line) => line.match(/(?<=#)[\p{L}_][\p{L}\p{N}_/-]*/gu) ?? [])
}
