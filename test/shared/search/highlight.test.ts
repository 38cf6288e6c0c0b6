import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords } from '../../../src/shared/search/normalize-words.ts'
import { splitAtHighlights } from '../../../src/shared/search/highlight.ts'

/** The text with highlighted words in brackets. */
const shown = (text: string, words: string[], prefixes: string[] = []) =>
  splitAtHighlights(text, { words, prefixes }).map((part, at) => (at % 2 === 0 ? part : `[${part}]`)).join('')

test('whole words are highlighted, in any case and with any accent, including possessives and signs', () => {
  expect(shown('Tesla’s robots: a robot café', ['tesla', 'robots', 'cafe'])).toBe('[Tesla’s] [robots]: a robot [café]')
  expect(shown('C++ and C', ['c++'])).toBe('[C++] and C')
  expect(shown('Robotics, robots', [], ['robot'])).toBe('[Robotics], [robots]')
})

test('in a script without spaces the word is highlighted, not the sentence', () => {
  expect(shown('人工知能の研究', ['研究'])).toBe('人工知能の[研究]')
})

test('a highlight does not separate joined letters', () => {
  expect(shown('او می\u200cخواهد', ['می'])).toBe('او [می\u200cخواهد]')
  expect(shown('ג׳ינס', ['גינס'])).toBe('[ג׳ינס]')
})

test('markup in a text stays text', () => {
  expect(shown('<b>robots</b>', ['b'])).toBe('<[b]>robots</[b]>')
})

const words = fc.constantFrom('Tesla’s', 'robots', 'ﬁne', 'É', '人工知能', 'C++', '—', ' ', "'", 'Straße', 'أخبار', 'L’IA', '☀️', 'iPhone™')
const texts = fc.array(words).map((parts) => parts.join(' '))

test('no letter of a text is lost or added', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), fc.array(fc.string({ unit: 'grapheme', maxLength: 2 })), (text, prefixes) => {
      expect(splitAtHighlights(text, { words: foldWords(text).slice(1, 3), prefixes }).join('')).toBe(text)
    }),
  )
})

test('a word is highlighted wherever the engine finds it', () => {
  fc.assert(
    fc.property(texts, words, (text, word) => {
      const [folded = 'none'] = foldWords(word)
      expect(splitAtHighlights(text, { words: [folded], prefixes: [] }).length > 1).toBe(foldWords(text).includes(folded))
    }),
  )
})
