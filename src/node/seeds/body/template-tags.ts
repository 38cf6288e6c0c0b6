import { escapeHtml } from '../../../shared/text/escape-html.ts'

/** A body without template tags, and the kinds of tags that were removed, such as `{% include %}`. */
export interface WithoutTags {
  readonly body: string
  readonly removed: ReadonlySet<string>
}

/** Whether a body may contain a template tag. */
const ANY = /\{[{%]/

/** Tags of Jekyll, Eleventy and Zola (`{% … %}`, `{{ … }}`), and of Hugo (`{{< … >}}`, `{{% … %}}`); at most 2000 characters. */
const TAG = /\{\{([<%])([^]{0,2000}?)[>%]\}\}|\{%-?([^]{0,2000}?)-?%\}|\{\{\{?-?([^]{0,2000}?)-?\}?\}\}/g

/** Pairs whose content is code or text as it is. */
const HIGHLIGHT = /(?:\{%-? *|\{\{[<%] *)highlight +([\w+#-]+)[^%}]*?[%>]\}\}?([^]*?)(?:\{%-? *end|\{\{[<%] *\/ *)highlight *-?[%>]\}\}?/g
const COMMENT = /\{%-? *comment *-?%\}[^]*?\{%-? *endcomment *-?%\}|\{#[^]{0,2000}?#\}|\{\/\*[^]{0,2000}?\*\/\}/g
const RAW = /\{%-? *raw *-?%\}([^]*?)\{%-? *endraw *-?%\}/g

/**
 * Removes the template tags of other site generators from a part of a body that is not code, or replaces them by what
 * they stand for: images, links to videos, references to other files, and code. Keeps every line break.
 */
export function removeTemplateTags(text: string): WithoutTags {
  const removed = new Set<string>()
  if (!ANY.test(text) && !text.includes('{/*')) return { body: text, removed }
  const raw: string[] = []
  const keep = (content: string) => `\0${raw.push(content) - 1}\0`
  const body = text
    .replace(RAW, (_, content: string) => keep(content))
    .replace(HIGHLIGHT, (_, language: string, code: string) => keep(`\n\`\`\`${language}\n${code.replace(/^\n|\n$/g, '')}\n\`\`\`\n`))
    .replace(COMMENT, lineBreaksOf)
    .replace(/<(\{\{[^}]*\}\})>/g, '$1')
    .replace(TAG, (tag, hugoMark: string | undefined, hugo: string | undefined, block: string | undefined, output: string | undefined, offset: number, whole: string) => {
      const content = (hugo ?? block ?? output ?? '').trim()
      const meaning = output === undefined ? meaningOf(content, isInHtml(whole, offset)) : literalOf(content)
      if (meaning !== null) return meaning
      const name = /^\/? *[\w.-]+/.exec(content)?.[0].replace(/^\/ */, '') ?? ''
      removed.add(hugoMark !== undefined ? `{{${hugoMark} ${name} ${hugoMark === '<' ? '>' : '%'}}}` : block !== undefined ? `{% ${name} %}` : '{{ … }}')
      return lineBreaksOf(tag)
    })
    .replace(/\0(\d+)\0/g, (_, index: string) => raw[Number(index)] ?? '')
  return { body, removed }
}

/** The text that an output tag writes, if it is a literal: `"/about/" | url`. */
function literalOf(content: string): string | null {
  return /^(["'`])([^"'`]*)\1(?: *\|.*)?$/s.exec(content)?.[2] ?? null
}

/** Whether a block of HTML, in which Markdown is plain text, contains the position. */
function isInHtml(text: string, offset: number): boolean {
  return /^\s*<[a-z]/i.test(text.slice(text.lastIndexOf('\n\n', offset) + 1, offset))
}

/** What a tag stands for in Markdown, or in HTML for an image in HTML; null for any other tag. */
function meaningOf(content: string, inHtml: boolean): string | null {
  const [, name = ''] = /^([\w.-]+)/.exec(content) ?? []
  const { named, positional } = argumentsOf(content.slice(name.length))
  const [first = '', second = ''] = positional
  switch (name.toLowerCase()) {
    case 'figure':
    case 'image':
    case 'img':
    case 'image_with_class':
      return imageOf(named.get('src') ?? named.get('link') ?? first, named.get('alt') ?? (name === 'image_with_class' ? (positional[2] ?? '') : second), named.get('caption') ?? named.get('title') ?? '', inHtml)
    case 'youtube':
      return videoOf('https://www.youtube.com/watch?v=', named.get('id') ?? first)
    case 'vimeo':
      return videoOf('https://vimeo.com/', named.get('id') ?? first)
    case 'include':
      return /youtube/i.test(first) && named.has('id') ? videoOf('https://www.youtube.com/watch?v=', named.get('id') ?? '') : null
    case 'ref':
    case 'relref':
    case 'link':
    case 'post_url':
      return first === '' ? null : first
    default:
      return null
  }
}

interface Arguments {
  readonly named: ReadonlyMap<string, string>
  readonly positional: readonly string[]
}

/** The arguments of a tag: `name="value"`, `name=value`, `"value"` or `value`, separated by spaces or commas. */
function argumentsOf(text: string): Arguments {
  const named = new Map<string, string>()
  const positional: string[] = []
  for (const [, name, double, single, bare] of text.matchAll(/(?:([\w-]+) *[=:] *)?(?:"([^"]*)"|'([^']*)'|([^\s,"'=()]+))/g)) {
    const value = double ?? single ?? bare ?? ''
    if (name === undefined) positional.push(value)
    else named.set(name, value)
  }
  return { named, positional }
}

function imageOf(source: string, alt: string, caption: string, inHtml: boolean): string | null {
  if (source === '') return null
  if (inHtml) return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt || caption)}">`
  const image = `![${escapeText(alt || caption)}](<${source.replace(/[<>\n]/g, '')}>)`
  return caption === '' || caption === alt ? image : `${image} *${escapeText(caption)}*`
}

function videoOf(address: string, id: string): string | null {
  return /^[\w-]{5,20}$/.test(id) ? `[Video](${address}${id})` : null
}

function escapeText(text: string): string {
  return text.replace(/[[\]\\*_`<>]/g, '\\$&').replace(/\s+/g, ' ')
}

/** The line breaks of a text alone. */
export function lineBreaksOf(text: string): string {
  return text.replace(/[^\n]+/g, '')
}
