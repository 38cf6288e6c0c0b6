import { expect, test } from 'vitest'
import { toBodyMarkdown } from '../../../src/client/data/markdown/body-markdown.ts'

test.each([
  ['a picture', '<p>Look:</p><p><img src="https://a.example/x.png" alt="a&#10;<script>alert(1)</script>&#10;# Owned"></p>', 'Look:'],
  ['a link around a picture', '<p>Go <a href="https://a.example/"><img src="https://a.example/x.png" alt="<b>"></a>on</p>', 'Go on'],
  ['code with a bar in a table', '<table><tbody><tr><td><code>a|b</code></td></tr></tbody></table>', '| `a\\|b` |\n| --- |'],
  [
    'a table',
    '<table><thead><tr><th>Year</th><th align="right">Robots</th></tr></thead><tbody><tr><td>2018 | 19</td><td align="right">1</td></tr></tbody></table>',
    '| Year | Robots |\n| --- | --: |\n| 2018 \\| 19 | 1 |',
  ],
  ['deleted text', '<p>New <del>old</del></p>', 'New ~~old~~'],
  ['Markdown syntax', '<p>1. *a* &lt;b&gt;</p>', '1\\. \\*a\\* \\<b\\>'],
])('%s in a body is converted to safe Markdown', (_name, html, markdown) => {
  expect(toBodyMarkdown(html)).toBe(markdown)
})

test('a formula is written as TeX', () => {
  expect(toBodyMarkdown('<p>Let <math alttext="a_1"><msub><mi>a</mi><mn>1</mn></msub></math> be.</p><p><math display="block" alttext="x^2&lt;script>"><mi>x</mi></math></p>')).toBe('Let $a_1$ be.\n\n$$x^2\\lt script>$$')
})
