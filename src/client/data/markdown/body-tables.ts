import type Turndown from 'turndown'

/** Column alignment in GitHub's Markdown. */
const ALIGNMENTS = new Map([
  ['left', ':--'],
  ['center', ':-:'],
  ['right', '--:'],
])

/**
 * Adds rules that write tables in GitHub's Markdown (https://github.github.com/gfm/#tables-extension-). The
 * first row becomes the header, which the syntax requires.
 */
export function writeTables(turndown: Turndown): void {
  turndown.addRule('cell', {
    filter: ['th', 'td'],
    // A line break would end the row, and an unescaped bar the cell, even inside code.
    replacement: (content) => ` ${content.trim().replace(/\s*\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|')} |`,
  })
  turndown.addRule('row', {
    filter: 'tr',
    replacement(content, node) {
      const isHead = node.closest('table')?.querySelector('tr') === node
      const cells = Array.from(node.children, (cell) => ALIGNMENTS.get(cell.getAttribute('align') ?? '') ?? '---')
      return `\n|${content}${isHead ? `\n| ${cells.join(' | ')} |` : ''}`
    },
  })
  turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
  turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` })
}
