import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import type { Token } from 'markdown-it'
import { element, text } from './hast.ts'
import { backReference, footnoteReference, openFootnote, openFootnotes } from './footnotes.ts'

/** HTML in the Markdown, not parsed yet. */
export interface RawHtml {
  type: 'raw'
  value: string
}

declare module 'hast' {
  interface RootContentMap {
    raw: RawHtml
  }
  interface ElementContentMap {
    raw: RawHtml
  }
}

/** Converts the tokens of Markdown to an HTML tree. The tree is not safe yet: see `sanitize.ts`. */
export function markdownToHast(tokens: readonly Token[]): Root {
  const root: Root = { type: 'root', children: [] }
  addAll([root], tokens)
  if (root.children.at(-1)?.type === 'text') root.children.pop() // The line break after the last block.
  return root
}

/** Tokens of blocks whose `block` is not set. */
const FOOTNOTE_BLOCK = /^footnote_(?:block_)?(?:open|close)$/

/** The open elements, outermost first. */
type Open = (Root | Element)[]

function addAll(open: Open, tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (token.type === 'inline') {
      const isItem = tokens[index - 2]?.type === 'list_item_open'
      if (!isItem || !addTask(open, token.children ?? [])) addAll(open, token.children ?? [])
    } else if (token.hidden) {
      // The paragraph of a tight list: its text goes directly into the item.
      if (token.nesting === -1 && next?.nesting !== -1) add(open, text('\n'))
    } else {
      if (token.nesting === 1) enter(open, token)
      else if (token.nesting === -1) leave(open, token)
      else add(open, ...leafOf(token))
      const isFull = token.nesting === 1 && (next?.type === 'inline' || next?.hidden || next?.nesting === -1)
      if ((token.block || FOOTNOTE_BLOCK.test(token.type)) && !isFull) add(open, text('\n'))
    }
  }
}

function enter(open: Open, token: Token): void {
  const entered = opened(token)
  add(open, entered)
  open.push(entered)
  // The list of footnotes is inside a section.
  const list = entered.children.at(-1)
  if (token.type === 'footnote_block_open' && list?.type === 'element') open.push(list)
}

function opened(token: Token): Element {
  if (token.type === 'footnote_block_open') return openFootnotes()
  if (token.type === 'footnote_open') return openFootnote(token)
  return element(token.tag === 's' ? 'del' : token.tag, propertiesOf(token))
}

function leave(open: Open, token: Token): void {
  open.pop()
  if (token.type === 'footnote_block_close') open.pop()
}

function leafOf(token: Token): ElementContent[] {
  switch (token.type) {
    case 'text':
      return [text(token.content)]
    case 'softbreak':
      return [text('\n')]
    case 'hardbreak':
      return [element('br', {}), text('\n')]
    case 'html_block':
    case 'html_inline':
      return [{ type: 'raw', value: token.content }]
    case 'code_inline':
      return [element('code', {}, token.content)]
    case 'code_block':
    case 'fence': {
      // Also ` ```rust,ignore `, ` ```js:file.js ` and ` ```{.python} `.
      const language = /^\{?\.?([\w+#.-]+)/.exec(token.info.trim())?.[1]
      return [element('pre', {}, element('code', language === undefined ? {} : { className: [`language-${language}`] }, token.content))]
    }
    case 'image':
      return [element('img', { ...propertiesOf(token), alt: plainText(token.children ?? []) })]
    case 'footnote_ref':
      return [footnoteReference(token)]
    case 'footnote_anchor':
      return [text(' '), backReference(token)]
    default:
      return [element(token.tag, propertiesOf(token))]
  }
}

/** Adds the item of a task list; false when the item belongs to no task list. */
function addTask(open: Open, [first, ...rest]: readonly Token[]): boolean {
  const box = first?.type === 'text' ? /^\[([ xX])\](?=\s+\S|\s*$)/.exec(first.content) : null
  if (first === undefined || box === null || (box[0] === first.content && rest.length === 0)) return false
  const item = open.findLast((parent) => parent.type === 'element' && parent.tagName === 'li')
  const list = open.findLast((parent) => parent.type === 'element' && /^[ou]l$/.test(parent.tagName))
  if (item?.type === 'element') item.properties['className'] = ['task-list-item']
  if (list?.type === 'element') list.properties['className'] = ['contains-task-list']
  add(open, element('input', { type: 'checkbox', checked: box[1] !== ' ', disabled: true }), text(first.content.slice(box[0].length)))
  addAll(open, rest)
  return true
}

function add(open: Open, ...nodes: ElementContent[]): void {
  const children: RootContent[] | undefined = open.at(-1)?.children
  for (const node of nodes) {
    const last = children?.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else children?.push(node)
  }
}

function propertiesOf(token: Token): Properties {
  const properties: Properties = {}
  for (const [name, value] of token.attrs ?? []) {
    // Alignment of a table's column: `text-align:right`.
    if (name === 'style') properties['align'] = value.slice(value.indexOf(':') + 1)
    else properties[name] = value
  }
  return properties
}

/** The text of an image's description, without its markup. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n'
      if (type === 'image') return plainText(children ?? [])
      return content
    })
    .join('')
}
