import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readSeed } from '../../../../src/node/seeds/read-seed.ts'
import { issuesOf, readOne, seedOf, storyOf } from '../../../support/read-one.ts'
import { withSeeds } from '../../../support/temp-folder.ts'

async function html(body: string, path?: string): Promise<string> {
  return (await storyOf(seedOf('', body), path)).bodyHtml ?? ''
}

test.each([
  ['a {% include ad.html x="y" %}b', '<p>a b</p>'],
  ['a {{ site.title | upcase }}b', '<p>a b</p>'],
  ['{{< notice >}}a{{< /notice >}}', '<p>a</p>'],
  ['a{% comment %}\nb\n{% endcomment %} c', '<p>a</p>\n<p>c</p>'],
  ['{% raw %}{{ shown }}{% endraw %}', '<p>{{ shown }}</p>'],
  ['`{{ code }}`', '<p><code>{{ code }}</code></p>'],
  ['~~~\n{% code %}\n~~~', '<pre tabindex="0"><code>{% code %}\n</code></pre>'],
  ['{% highlight ruby %}\nputs {{ a }}\n{% endhighlight %}', '<pre tabindex="0"><code class="language-ruby">puts {{ a }}\n</code></pre>'],
  ['[a]({{ "/b/" | url }})', '<p><a data-note="/b/">a</a></p>'],
  ['[a]({{< relref "b.md" >}})', '<p><a data-note="b.md">a</a></p>'],
  ['a\n{: .note}\n', '<p>a</p>'],
  ['```\n{% raw %}\n{{ a }}\n{% endraw %}\n```', '<pre tabindex="0"><code>{{ a }}\n</code></pre>'],
  ['a <Tabs items={["a", { b: 1 }]} open>b</Tabs> {/* c */}d', '<p>a b d</p>'],
  [':::note[Take care]\na\n:::', '<p><strong>Take care</strong></p>\n<p>a</p>'],
])('the template tags in %j are removed or replaced', async (body, expected) => {
  expect((await html(body)).replace(/ +\n/g, '\n')).toBe(expected)
})

test('a video tag becomes a link to the video', async () => {
  expect(await html('{{< youtube dQw4w9WgXcQ >}}')).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"')
})

test('the kinds of removed template tags are counted, not reported for every seed', async () => {
  const { issues, traits } = await readOne(seedOf('', '{% include a %} {% include b %} {{< notice >}}'))
  expect(issues).toEqual([])
  expect(traits.removedTags).toEqual(['{% include %}', '{{< notice >}}'])
})

test('wikilinks become links to notes, embedded images become images', async () => {
  expect(await html('[[A note]] and [[folder/b#Part|the other]], [[#Part]]')).toBe('<p><a data-note="wiki:A note">A note</a> and <a data-note="wiki:folder/b">the other</a>, Part</p>')
  expect(await html('[[1]](https://example.com) [[ref]]\n\n[ref]: https://example.com')).not.toContain('data-note')
})

test('callouts become quotes with a title', async () => {
  expect(await html('> [!note]\n> Text')).toBe('<blockquote>\n<p><strong>Note</strong></p><p>Text</p>\n</blockquote>')
  expect(await html('> [!tip]- A *title*\n> Text')).toBe('<blockquote>\n<p><strong>A <em>title</em></strong></p><p>\nText</p>\n</blockquote>')
})

test('MDX loses its imports and components and keeps its text', async () => {
  expect(await html('import Box from "./box"\n\nexport const a = 1\n\n<Box>Text</Box>\n', '2020-01-01-a.mdx')).toBe('<p>Text</p>')
})

test('images are found beside the seed and in the folders of site generators', async () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000078000003840806000000', 'hex')
  for (const [named, file] of [['my%20cat.png', 'blog/posts/my cat.png'], ['/img/cat.png', 'static/img/cat.png'], ['/img/cat.png', 'blog/public/img/cat.png'], ['@assets/cat.png', 'src/assets/cat.png'], ['../cat.png', 'blog/cat.png']] as const) {
    const root = withSeeds({ 'blog/posts/x.md': seedOf('', `![A cat](${named})`) })
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), PNG)
    const { story, issues, imageFiles } = await readSeed(root, 'blog/posts/x.md', 'seeds')
    expect(issues, named).toEqual([])
    expect(story?.bodyHtml).toMatch(/<img src="\.\.\/\.\.\/data\/images\/[0-9a-f]{12}\.png" alt="A cat" width="120" height="900"/)
    expect(imageFiles).toEqual([{ file: expect.stringContaining('data/images/') as string, source: join(root, file) }])
  }
})

test('no image of a body comes from outside the seeds folder', async () => {
  expect(await issuesOf(seedOf('', '![](../../secret.png)'))).toEqual([expect.stringContaining('it is not in the seeds folder')])
})

test('the first paragraph is the excerpt where the seed has none', async () => {
  expect(await storyOf(seedOf('', '> Quote\n\nThe *first*\nparagraph[^1].\n\nMore.\n\n[^1]: Note'))).toMatchObject({ excerpt: 'The first paragraph.', isExcerptOfBody: true })
  expect(await storyOf(seedOf('excerpt: Own', 'Text'))).toMatchObject({ excerpt: 'Own', isExcerptOfBody: false })
})

test('an excerpt that repeats the beginning of the body is known as such, so that it is not shown twice', async () => {
  expect(await storyOf(seedOf('excerpt: The first paragraph …', '![](https://e.example/a.png)\n\nThe *first* paragraph goes on.'))).toMatchObject({ excerpt: 'The first paragraph …', isExcerptOfBody: true })
  expect(await storyOf(seedOf('excerpt: The first paragraph goes on. And on.', 'The first paragraph goes on.'))).toMatchObject({ isExcerptOfBody: false })
})

test('a heading that repeats the title is not shown again', async () => {
  expect(await html('# A title\n\nText.')).toBe('<p>Text.</p>')
  expect(await html('# Another\n\nText.')).toBe('<h2>Another</h2>\n<p>Text.</p>')
})

test('too many template tags are an error', async () => {
  for (const tag of ['{% raw %}', '{{', '{#', '{:']) {
    expect(await issuesOf(seedOf('', tag.repeat(3000)))).toEqual(['seeds/x.md:6:1  The body has more than 2000 template tags. Remove some.'])
  }
})

test('formulas become MathML, in a line and on their own', async () => {
  expect(await html('Let $a_1 * b$ be $x$.')).toBe('<p>Let <span><math alttext="a_1 * b"><mrow><msub><mi>a</mi><mn>1</mn></msub><mo>∗</mo><mi>b</mi></mrow></math></span> be <span><math alttext="x"><mi>x</mi></math></span>.</p>')
  const display = await html('> $$\n> \\begin{aligned}a&<b\\end{aligned}\n> $$\n')
  expect(display).toContain('<math display="block" alttext="\\begin{aligned}a&#x26;<b\\end{aligned}"><mtable displaystyle="true"><mtr><mtd class="tml-right"><mi>a</mi></mtd><mtd class="tml-left"><mrow><mo>&#x3C;</mo><mi>b</mi></mrow></mtd></mtr></mtable></math>')
})

test.each(['costs $5 and $6, or $10k–$20k', 'a US$7 and $8', 'in $HOME/$PATH', '$1,000 + $2,000', 'from $1.5M in all = 3$', '`$x$` and \\$x\\$', '$\\frac{$', '$\\href{javascript:a}{x}$', '$\\htmlStyle{color:red}{x}$'])('no formula is seen in %j', async (body) => {
  expect(await html(body)).not.toContain('<math')
})

test('MathML of a seed is removed', async () => {
  expect(await html('a <math><mi href="x" onclick="y()">x</mi></math>')).toBe('<p>a </p>')
})

test('code that names its language is highlighted by classes', async () => {
  expect(await html('```rust,ignore\nlet x = "<b>"; // y\n```')).toBe(
    '<pre tabindex="0"><code class="language-rust"><span class="hl-keyword">let</span> <span class="hl-name">x</span> = <span class="hl-string">"&#x3C;b>"</span>; <span class="hl-comment">// y</span>\n</code></pre>',
  )
  expect(await html('```nonsense\nlet x\n```')).toBe('<pre tabindex="0"><code class="language-nonsense">let x\n</code></pre>')
})

test('an embedded picture is found by its name anywhere, unless several have it', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
  const files = { 'notes/x.md': seedOf('', '![[A photo.png]] ![[twice.png]]'), 'media/deep/A photo.png': png, 'a/twice.png': png, 'b/twice.png': png }
  const { story, issues } = await readSeed(withSeeds(files), 'notes/x.md', 'seeds')
  expect(story?.bodyHtml).toMatch(/<img src="\.\.\/\.\.\/data\/images\/[\da-f]{12}\.png" alt="A photo.png"/)
  expect(issues).toMatchObject([{ message: expect.stringContaining('2 files have this name: write the path of one of them, such as') as unknown }])
})
