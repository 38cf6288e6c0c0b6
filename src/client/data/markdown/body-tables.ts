import type Turndown from 'turndown'

/** How a column's cells stand, as GitHub's Markdown writes it. */
const ALIGNED = new Map([
  ['left', ':--'],
  ['center', ':-:'],
  ['right', '--:'],
])

/**
 * Writes tables as GitHub's Markdown has them (https://github.github.com/gfm/#tables-extension-). Its first
 * row is the head: there is no table without one.
 */
export function writeTables(turndown: Turndown): void {
  turndown.addRule('cell', {
    filter: ['th', 'td'],
    // A line is a row, and a bar that nothing escapes begins the next cell, in code too.
    replacement: (content) => ` ${content.trim().replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|')} |`,
  })
  turndown.addRule('row', {
    filter: 'tr',
    replacement(content, node) {
      const isHead = node.closest('table')?.querySelector('tr') === node
      const cells = Array.from(node.children, (cell) => ALIGNED.get(cell.getAttribute('align') ?? '') ?? '---')
      return `\n|${content}${isHead ? `\n| ${cells.join(' | ')} |` : ''}`
    },
  })
  turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
  turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` })
}
