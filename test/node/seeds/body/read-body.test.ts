import * as fc from 'fast-check'
import { parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { formatIssue } from '../../../../src/node/issues/issue.ts'
import { issuesOf, readOne, seedOf, storyOf } from '../../../support/read-one.ts'

async function html(body: string): Promise<string> {
  return (await storyOf(seedOf('', body))).bodyHtml ?? ''
}

test('a blank body is no body', async () => {
  expect((await storyOf(seedOf('', ' \n\t\n'))).bodyHtml).toBeNull()
})

test('Markdown becomes HTML: emphasis, lists, quotes, code, tables, footnotes', async () => {
  const result = await html('**b**\n\n- [x] done\n- [ ] open\n\n> quote\n\n```js\nlet a\n```\n\n|a|b|\n|-|:-:|\n|1|2|\n\nText[^1]\n\n[^1]: Note\n')
  for (const part of ['<strong>b</strong>', '☑\ufe0e done', '☐ open', '<blockquote>', '<code class="language-js">', '<td align="center">2</td>', 'href="#story-fn-1"', 'id="story-fn-1"']) {
    expect(result).toContain(part)
  }
  expect(result).not.toContain('<input')
})

test('scripts, frames, styles and forms are removed from a body', async () => {
  const { story } = await readOne(
    seedOf('', '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n<a href="javascript:alert(1)" onclick=x>a</a> [b](data:text/html,x)\n\n<iframe src="https://example.com"></iframe>\n\n<p style="position:fixed" class="masthead" id="root">p</p>\n\n<form action=/x><button>go</button><input name=q></form>\n\n<svg><a xlink:href="javascript:x">s</a></svg><style>*{}</style><math><mi>x'),
  )
  const result = story?.bodyHtml ?? ''
  expect(result).not.toMatch(/script|onerror|onclick|iframe|style|masthead|"root"|<form|<button|svg|<math|data:/)
  expect(result).toContain('id="story-root"')
})

test.each([
  ...['script', 'title', 'style', 'textarea', 'iframe src=x', 'plaintext', 'template', 'select', 'object', 'noscript', 'XMP', 'svg', 'math'],
  ...['title> <title', 'object><title', 'svg><desc', '!-- x'],
])('a <%s> that is mentioned in a text hides nothing', async (tag) => {
  expect(await html(`Put a <${tag}> into the page.\n\nSecond paragraph.`)).toMatch(/^<p>Put a &#x3C;[^]*into the page\.<\/p>\n<p>Second paragraph\.<\/p>$/)
  expect(await html(`<${tag}> opens a line.\n\nSecond paragraph.`)).toMatch(/&#x3C;[^]*opens a line\.[^]*Second paragraph\./)
  expect(await html(`<div>${'İ'.repeat(20)} a <${tag}> into it.</div>\n\nSecond paragraph.`)).toMatch(/into it\.[^]*<\/div>[^]*<p>Second paragraph\.<\/p>/)
})

test.each([
  'See <script async src="https://e.example/w.js"></script> it',
  'See <style>.a{color:red}</style> it',
  'See <iframe src="https://e.example/"></iframe> it',
  'See <svg viewBox="0 0 1 1"/> it',
  'See <svg><title>x</title><path d=""></svg> it',
  'See <!-- a comment --> it',
  '<p>See </p><script>\nvar a = 1\n\nvar b = 2\n</script>\n\nit',
])('an element with an end tag is removed with its content: %s', async (body) => {
  const text = (await html(body)).replace(/<[^>]+>/g, '')
  expect(text.split(/\s+/).filter((word) => word !== '')).toEqual(['See', 'it'])
})

test('links to the web, to email and within the page stay, others may be links to notes', async () => {
  const rel = 'rel="nofollow noopener noreferrer"'
  expect(await html('[a](https://example.com/#x)')).toBe(`<p><a href="https://example.com/#x" ${rel}>a</a></p>`)
  expect(await html('[a](mailto:a@example.com)')).toBe('<p><a href="mailto:a@example.com">a</a></p>')
  expect(await html('[a](#part)')).toBe('<p><a href="#story-part">a</a></p>')
  expect(await html('[a](/their/path?x#y)')).toBe('<p><a data-note="/their/path">a</a></p>')
  expect(await html('[a](<javascript:x>) [b](?x)')).toBe('<p><span>a</span> <span>b</span></p>')
})

test('images load lazily and without a referrer, and an invalid one is replaced by its alternative text', async () => {
  expect(await html('![A cat](https://example.com/cat.png)')).toBe(
    '<p><img src="https://example.com/cat.png" alt="A cat" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>',
  )
  const { story, issues } = await readOne(seedOf('', 'A text.\n\nWith a cat.png: ![A cat](cat.png) ![](cat.png) ![A dog](data:image/png;base64,AA) <img src="javascript:x">'))
  expect(story?.bodyHtml).toBe('<p>A text.</p>\n<p>With a cat.png: A cat  A dog </p>')
  expect(issues.map(formatIssue)).toEqual([expect.stringMatching(/^seeds\/x\.md:8:26 {2}The image "cat\.png" \(and 2 more\) in the body can't be shown: the file does not exist\. Check its path/)])
})

test('the headings of a body begin below the page’s own', async () => {
  expect(await html('# One\n\n## Two')).toBe('<h2>One</h2>\n<h3>Two</h3>')
  expect(await html('### Three\n\n#### Four')).toBe('<h2>Three</h2>\n<h3>Four</h3>')
})

test('bare addresses become links, without the punctuation around them', async () => {
  const link = (href: string, text: string) => `<a href="${href}" rel="nofollow noopener noreferrer">${text}</a>`
  expect(await html('See (https://example.com/a_(b)).')).toBe(`<p>See (${link('https://example.com/a_(b)', 'https://example.com/a_(b)')}).</p>`)
  expect(await html('~~www.example.com~~')).toBe(`<p><del>${link('http://www.example.com/', 'www.example.com')}</del></p>`)
  expect(await html('a@example.com')).toBe('<p><a href="mailto:a@example.com">a@example.com</a></p>')
  expect(await html('example.com ftp://example.com //example.com')).not.toContain('<a')
})

test('lists nested too deeply are an error', async () => {
  const nested = (levels: number) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level * 2)}- level`).join('\n')
  expect((await html(nested(48))).match(/level/g)).toHaveLength(48)
  expect(await issuesOf(seedOf('', nested(49)))).toEqual([expect.stringContaining('nested too deeply')])
})

test('a browser parses every body to the same tree, with nothing active in it', async () => {
  const part = fc.constantFrom('<p>', '</p>', '<b>', '</b>', '<a href="https://e.com">', '</a>', '<svg>', '<style>', '<!--', '-->', '<textarea>', '<table>', '<td>',
    '<noscript>', '<template>', '<math>', '<plaintext>', '[a](https://e.com)', '![a](https://e.com)', '[^1]', '\n\n[^1]: ', '- ', '> ', '# ', '|a|\n|-|\n|', '`', '*', '~~',
    '&lt;img src=x onerror=x&gt;', '"', "'", '&#0;', 'https://e.com', '\n', '\n\n', '    ', 'text ')
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const { story } = await readOne(seedOf('', parts.join('')))
      const written = serialize(parseFragment(story?.bodyHtml ?? ''))
      expect(written).not.toMatch(/<(?!\/?(?:a|b|blockquote|br|code|del|em|h[1-6]|hr|img|input|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)[ >])/)
      expect(serialize(parseFragment(written))).toBe(written)
    }),
    { numRuns: 300 },
  )
})
