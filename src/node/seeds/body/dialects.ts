import { markFormula, MAX_FORMULAS } from './maths.ts'
import { lineBreaksOf, removeTemplateTags } from './template-tags.ts'

/** Markdown of other tools as plain Markdown, and the kinds of template tags that were removed. */
export interface PlainMarkdown {
  readonly body: string
  readonly removedTags: readonly string[]
}

/** What must not be changed: fenced code, HTML comments, and code in a line. */
const CODE = /^(?<indent> {0,3}(?:> ?)*)(?<fence>`{3,}|~{3,})[^\n]*\n[^]*?(?:\n[ >]*\k<fence>[`~]*[ \t]*(?=\n|$)|$(?![^]))|<!--(?:(?!<!--)[^])*?-->|(?<!`)(?<ticks>`+)(?!`)[^]*?(?<!`)\k<ticks>(?!`)/gm

/** Jekyll runs its tags before Markdown: in code, too, these only protect what is between them. */
const RAW_IN_CODE = /\{%-? *raw *-?%\}\n?([^]*?)\{%-? *endraw *-?%\}\n?/g

/** Tags of components whose attributes are JavaScript: no HTML, so they would be shown as text. */
const COMPONENT = /<\/?[A-Z][\w.]{0,100}(?:\s+(?:\{\.\.\.[^{}]{0,500}\}|[\w:-]+(?:=(?:"[^"]{0,2000}"|'[^']{0,2000}'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}){0,2000}\}))?)){1,50}\s*\/?>/g

/** Anything that only other tools know. */
const FOREIGN = /\{[{%:/#]|\[\[|^:{2,}\w|\$|^(?:import|export)\s|^[ \t]+[a-z][\w.-]*::[ \t]|\(\([\da-f]{8}-|^[ \t]*#\+|%%|==\S|\s\^[\da-z-]+$|<[A-Z][\w.]*\s[^>]*=\{/m

/**
 * Converts what only other tools know to plain Markdown, outside of code: template tags, wikilinks, embeds,
 * admonitions, attributes, and mathematics, whose signs must not become emphasis. `.mdx` loses its imports.
 * Line numbers stay the same except below highlighted code.
 */
export function toPlainMarkdown(body: string, isMdx: boolean): PlainMarkdown {
  if (!FOREIGN.test(body)) return { body, removedTags: [] }
  const removedTags = new Set<string>()
  const code: string[] = []
  const masked = body.replace(/[\uE000\uE001]/g, '').replace(CODE, (part) => `\uE000${code.push(part.replace(RAW_IN_CODE, '$1')) - 1}\uE001`)
  const { body: plain, removed } = removeTemplateTags(masked)
  for (const kind of removed) removedTags.add(kind)
  const result = convertProse(isMdx ? removeModules(plain) : plain, definitionsOf(plain)).replace(/\uE000(\d+)\uE001/g, (_, index: string) => code[Number(index)] ?? '')
  return { body: result, removedTags: [...removedTags] }
}

/** The names of a body's link definitions, in lower case: `[[name]]` is a link in brackets where there is one. */
function definitionsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map(([, name = '']) => name.toLowerCase()))
}

function convertProse(text: string, definitions: ReadonlySet<string>): string {
  return (text.includes('$') ? markFormulas(text) : text)
    .replace(/(!?)\[\[([^[\]\n|]+?)(?:\|([^[\]\n]*))?\]\](?!\(|\[(?!\^))/g, (whole, embed: string, target: string, label: string | undefined) =>
      definitions.has(target.toLowerCase()) ? whole : toLink(embed !== '', target, label),
    )
    .replace(COMPONENT, (tag) => (tag.includes('={') || tag.includes('{...') ? lineBreaksOf(tag) : tag))
    .replace(/\{:[^}\n]*\}/g, '')
    // Obsidian: comments, marked text, and names of blocks.
    .replace(/%%[^]{0,5000}?%%/g, (comment) => comment.replace(/[^\n]+/g, ''))
    .replace(/(?<![=\w])==(?=[^\s=])([^=\n]{1,500}?)(?<=\S)==(?![=\w])/g, '<mark>$1</mark>')
    .replace(/[ \t]\^[\da-z][\da-z-]*$/gm, '')
    // Logseq: properties and identifiers of blocks, and lines around quotes and notes.
    .replace(/^[ \t]+[a-z][\w.-]*::[ \t].*$|^[ \t]*#\+(?:BEGIN|END)_\w+[ \t]*$|\(\([\da-f]{8}-[\da-f-]{27}\)\)/gim, '')
    .replace(/^(#{1,6} .*?) *\{#[\w:.-]+[^}\n]*\} *$/gm, '$1')
    .replace(/^:{2}[a-z][\w-]*(?:\[[^\]\n]*\])?\{[^}\n]*\} *$/gm, '')
    .replace(/^:{3,}([a-z][\w-]*) *(?:\[([^\]\n]*)\]|([^\n{]*))?(?:\{[^}\n]*\})? *$/gm, (_, kind: string, title = '', words = '') => `**${(title as string) || (words as string).trim() || capitalised(kind)}**\n`)
    .replace(/^:{3,} *$/gm, '')
}

/** Marks formulas between `$` or `$$`. A price such as $5 is none: a formula has a sign of TeX, or is a single letter or a call. */
function markFormulas(text: string): string {
  let marked = 0
  const mark = (tex: string, isDisplay: boolean, whole: string) => (++marked > MAX_FORMULAS ? whole : markFormula(tex, isDisplay))
  return text
    .replace(/(?<![\\$])\$\$(?!\$)([^$]{1,5000}?)\$\$(?!\$)/g, (whole, content: string, offset: number) => {
      const tex = content.replace(/^[ \t]*>[ >\t]*/gm, '')
      const isAlone = /(?:^|\n)[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?$/.test(text.slice(Math.max(0, offset - 80), offset)) && /^[ \t.,;]*(?:\n|$)/.test(text.slice(offset + whole.length, offset + whole.length + 80))
      return isFormula(tex) ? mark(tex, isAlone, whole) + lineBreaksOf(content.includes('\n>') ? '' : content) : whole
    })
    .replace(/(?<![\\$\w])\$(?=[^\s$])([^$\n]{1,500}?)(?<=[^\s\\])\$(?![\w$])/g, (whole, content: string) => (isFormula(content) ? mark(content, false, whole) : whole))
}

function isFormula(tex: string): boolean {
  const isPrice = /^\s*\d(?:.*\s[A-Za-z]{2}|[\d.,]*[kKmMbB]?\s*[-–,;/])/.test(tex)
  return /[\\^{}]|[^\s_]_[^\s_]/.test(tex) || (!isPrice && (/[=<>+*]/.test(tex) || /^\s*[A-Za-z]{1,2}'?\s*$|^\s*-?[\d.]+\s*$|^\s*[A-Za-z]\([^()]*\)\s*$/.test(tex)))
}

const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i

/** A wikilink as a Markdown link to the note, or an image for an embedded image. */
function toLink(isEmbed: boolean, target: string, label: string | undefined): string {
  const [note = '', heading] = target.split('#')
  const text = (label ?? (note === '' ? (heading ?? '') : nameOfNote(note))).trim().replace(/[\\[\]<>]/g, '\\$&')
  if (isEmbed && IMAGE.test(note)) return `![${/^\d+(?:x\d+)?$/.test(text) ? '' : text}](<${note}>)`
  return note === '' ? text : `[${text}](<${WIKI}${encodeURIComponent(note.trim())}>)`
}

/** A note's name without its folder and extension. */
function nameOfNote(note: string): string {
  const name = note.slice(note.lastIndexOf('/') + 1).replace(/\.md$/i, '')
  return name === '' ? note : name
}

/** Prefix of the address of a wikilink, to tell it from a path. */
export const WIKI = './wiki:/'

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Removes imports and exports of MDX; its components are unknown elements, which the sanitiser unwraps. */
function removeModules(text: string): string {
  return text.replace(/^(?:import\s[^\n]*(?:\n[^\n]*){0,50}?from\s+["'][^"'\n]+["'];?|import\s+["'][^"'\n]+["'];?|export\s[^\n]*(?:\{[^]{0,2000}?\n\})?;?)[ \t]*$/gm, (part) => part.replace(/[^\n]+/g, ''))
}
