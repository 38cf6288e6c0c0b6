import Turndown from 'turndown'
import { escapeMarkdown, markdownAddress } from '../../../shared/text/markdown.ts'
import { writeTables } from './body-tables.ts'

/** Converts a body's sanitised HTML to Markdown: paragraphs, headings, lists, tables, links and code, but no pictures. */
export function toBodyMarkdown(html: string): string {
  const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*' })
  // Turndown's own escaping misses HTML that was written as text.
  turndown.escape = escapeMarkdown
  turndown.use(writeTables)
  turndown.addRule('deleted', { filter: ['del', 's'], replacement: (content) => (content.trim() === '' ? '' : `~~${content.trim()}~~`) })
  // `remove` would not do: the library's own picture rule runs first and writes the alternative text unescaped.
  turndown.addRule('picture', { filter: 'img', replacement: () => '' })
  turndown.addRule('formula', {
    filter: (node) => node.nodeName.toLowerCase() === 'math',
    replacement(_, node) {
      const sign = node.getAttribute('display') === 'block' ? '$$' : '$'
      // TeX has a name for the sign that would begin HTML.
      return `${sign}${(node.getAttribute('alttext') ?? '').replace(/</g, '\\lt ')}${sign}`
    },
  })
  turndown.addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const address = markdownAddress(node.getAttribute('href') ?? '')
      return address === null || content.trim() === '' ? content.trim() : `[${content.trim()}](${address})`
    },
  })
  return turndown.turndown(html)
}
