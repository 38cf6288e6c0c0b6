import Turndown from 'turndown'
import { escapeMarkdown, markdownAddress } from '../../shared/markdown.ts'

/** A body's HTML, as the build sanitised it, as Markdown: paragraphs, headings, lists, links, code; no pictures. */
export function toBodyMarkdown(html: string): string {
  const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', emDelimiter: '*' })
  // Its own passes over HTML that was written as text.
  turndown.escape = escapeMarkdown
  turndown.remove('img')
  turndown.addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const address = markdownAddress(node.getAttribute('href') ?? '')
      return address === null || content.trim() === '' ? content : `[${content.trim()}](${address})`
    },
  })
  return turndown.turndown(html)
}
