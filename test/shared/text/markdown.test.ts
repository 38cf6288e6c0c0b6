import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, markdownLink } from '../../../src/shared/text/markdown.ts'

// As permissive as a place where it is pasted can be.
const parser = new MarkdownIt({ html: true, linkify: false })
parser.normalizeLink = (url) => url

/** Everything a parser makes of a line: its kinds of token, its text, its links. */
function read(markdown: string): { kinds: string[]; text: string; links: string[] } {
  const tokens = parser.parse(markdown, {}).flatMap((token) => token.children ?? [token])
  return {
    kinds: tokens.map(({ type }) => type),
    text: tokens.map(({ content }) => content).join(''),
    links: tokens.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href'))] : [])),
  }
}

/** Text such as a hostile seed may hold: mostly the signs that mean something. */
const hostile = fc.string({ unit: fc.constantFrom(...Array.from('\\`*_{}[]()<>#+-.!|~&;:="\'/$^@ \n\t19ab'), '&amp;', '](', '<b>', 'é', '字', '🤖'), maxLength: 60 })
const anyText = fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 60 }))
const TEXT = ['text', 'text_special', 'softbreak']
const folded = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

describe('a title as a link', () => {
  it('is read back as exactly its text and its address', () => {
    fc.assert(
      fc.property(anyText, fc.webUrl({ withQueryParameters: true, withFragments: true }), hostile, (title, url, tail) => {
        fc.pre(folded(title) !== '')
        const address = new URL(`${url}?q=${encodeURIComponent(tail)}&x=${tail.replace(/[\s<>]/g, '')}`).href
        const { kinds, text, links } = read(`# ${markdownLink(title, address)}`)
        expect(links).toEqual([address])
        expect(text).toBe(folded(title))
        expect(kinds.filter((kind) => !TEXT.includes(kind))).toEqual(['heading_open', 'link_open', 'link_close', 'heading_close'])
      }),
    )
  })

  it('only links to http(s)', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '/story/x/', 'https://a b', 'file:///etc/passwd', '']) {
      expect(markdownLink('A *title*', url)).toBe('A \\*title\\*')
    }
  })
})

it('a text of several lines is read back unchanged: no list, heading, quote, rule or HTML', () => {
  fc.assert(
    fc.property(fc.array(anyText.map(folded), { maxLength: 5 }), (lines) => {
      const shown = lines.filter((line) => line !== '')
      const { kinds, text } = read(escapeMarkdown(shown.join('\n')))
      expect(text).toBe(shown.join(''))
      expect(kinds.filter((kind) => ![...TEXT, 'paragraph_open', 'paragraph_close'].includes(kind))).toEqual([])
    }),
  )
})
