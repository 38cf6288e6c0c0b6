import Turndown from 'turndown'
import { escapeMarkdown, markdownAddress } from '../../../shared/text/markdown.ts'
import { writeTables } from './body-tables.ts'

/** A body's HTML, as the build sanitised it, as Markdown: paragraphs, headings, lists, tables, links, code; no pictures. */
export function toBodyMarkdown(html: string): string {
  const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*' })
  // Its own passes over HTML that was written as text.
  turndown.escape = escapeMarkdown
  turndown.use(writeTables)
  turndown.addRule('deleted', { filter: ['del', 's'], replacement: (content) => (content.trim() === '' ? '' : `~~${content.trim()}~~`) })
  // Not by `remove`, which the library's own rule goes before: that one writes what stands for a picture as it is.
  turndown.addRule('picture', { filter: 'img', replacement: () => '' })
  turndown.addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const address = markdownAddress(node.getAttribute('href') ?? '')
      return address === null || content.trim() === '' ? content.trim() : `[${content.trim()}](${address})`
    },
  })
  return turndown.turndown(html)
}
