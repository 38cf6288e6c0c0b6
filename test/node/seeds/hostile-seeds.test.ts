import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_READ_OPTIONS } from '../../../src/node/config/read-options.ts'
import { toReadSeed } from '../../../src/node/seeds/read-seed.ts'
import { formatIssue } from '../../../src/node/issues/issue.ts'
import { seedBytes, seedProblem } from '../../support/seed-property.ts'
import { issuesOf, LEAST, readOne, seedOf } from '../../support/read-one.ts'

const FRONT_MATTER_CANT = "The front matter can't be read: "

test.each([
  ['another language', '---coffee\ntitle = globalThis.ran = true\n---\n'],
  ['a name every object has', '---constructor\ntitle: a\n---\n'],
  ["an object's prototype", '---__proto__\ntitle: a\n---\n'],
])('front matter in %s is an error and never runs', async (_name, text) => {
  expect(await issuesOf(text)).toEqual([expect.stringMatching(/^seeds\/x\.md:1:1 {2}The first line must be exactly --- or \+\+\+:.*Remove/)])
  expect(globalThis).not.toHaveProperty('ran')
})

test('front matter in JavaScript never runs', async () => {
  expect(await readOne('---js\n{ title: globalThis.ran = true, date: 2020-01-01 }\n---\n')).toMatchObject({ story: { title: 'globalThis.ran = true' } })
  expect(globalThis).not.toHaveProperty('ran')
})

test.each([
  ['front matter below blank lines', `\n\n---\n${LEAST}---\n`, '1:1', 'Front matter must begin in the first line'],
  ['TOML without end', '+++\ntitle = "a"\n', '1:1', 'The front matter that begins here has no end. Add a line +++'],
  ['invalid TOML', '+++\ntitle = a\n+++\n', '2:9', `${FRONT_MATTER_CANT}this line is not valid TOML.`],
  ['a field twice in TOML', '+++\ntitle = "a"\ntitle = "b"\n+++\n', '3:', `${FRONT_MATTER_CANT}a field appears twice.`],
  ['JSON without end', '{\n"title": "a"\n', '1:1', 'The front matter that begins here has no end. Add a line }'],
  ['invalid JSON', '{\n"title": "a\n}\n', '3:', FRONT_MATTER_CANT],
  ['no end', `---\n${LEAST}`, '1:1', 'The front matter that begins here has no end.'],
  ['an end with words', `---\n${LEAST}---end\n`, '4:1', 'This line of the front matter begins with ---'],
  ['an alias bomb', '---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n', '2:4', `${FRONT_MATTER_CANT}anchors`],
  ['an alias', '---\ntitle: *star* of the show\n---\n', '2:13', `${FRONT_MATTER_CANT}anchors and aliases`],
  ['a tag', '---\ntitle: !!js/function "x"\n---\n', '2:8', `${FRONT_MATTER_CANT}tags`],
  ['a harmless tag', '---\ntitle: !!str x\n---\n', '2:8', `${FRONT_MATTER_CANT}tags`],
  ['a tab before the first field', '---\n\ttitle: a\n---\n', '2:1', `${FRONT_MATTER_CANT}this line is indented with a tab. Use spaces.`],
  ['a tab', '---\nprovider:\n\tname: a\n---\n', '3:1', `${FRONT_MATTER_CANT}this line is indented with a tab. Use spaces.`],
  ['an open quotation mark', '---\ntitle: "a\nheat: 1\n---\n', '2:8', `${FRONT_MATTER_CANT}this quotation has no end.`],
  ['a list', '---\n- a\n- b\n---\n', '2:1', `${FRONT_MATTER_CANT}the front matter must be fields`],
  ['text', '---\nhello\n---\n', '2:1', `${FRONT_MATTER_CANT}the front matter must be fields`],
  ['a field twice', '---\ntitle: a\nheat: 1\ntitle: b\n---\n', '4:1', `${FRONT_MATTER_CANT}this field appears twice.`],
  ['a colon in plain text', '---\ntitle: AI: the sequel\n---\n', '2:10', `${FRONT_MATTER_CANT}this line does not fit`],
  ['thousands of brackets', `---\nx: ${'['.repeat(5000)}\n---\n`, '2:', `${FRONT_MATTER_CANT}values are nested too deeply.`],
  ['a NUL', '---\ntitle: a\0b\n---\n', '2:9', 'The front matter contains the control character U+0000.'],
  ['two documents', `---\n${LEAST}...\nb: c\n---\n`, '4:1', FRONT_MATTER_CANT],
])('%s is reported with its line and reason', async (_name, text, place, reason) => {
  const issues = await issuesOf(text)
  expect(issues).toHaveLength(1)
  expect(issues[0]).toContain(`seeds/x.md:${place}`)
  expect(issues[0]).toContain(`  ${reason}`)
})

test('text that is not UTF-8 is reported at its first invalid byte', async () => {
  const latin1 = Buffer.from('---\ntitle: caf\u00e9 \u00fc\n---\n', 'latin1')
  expect(await issuesOf(latin1)).toEqual(['seeds/x.md:2:11  The byte E9 (hexadecimal) is not valid UTF-8. Save the file with the encoding UTF-8.'])
  const cut = Buffer.concat([Buffer.from(seedOf('', 'b')), Buffer.from([0xe2, 0x82])])
  expect(await issuesOf(cut)).toEqual([expect.stringContaining('seeds/x.md:6:2  The byte E2')])
})

test.each(['---\ntitle: b\n---\n', '\n\n---js\nrun()\n---\n', '---\nsecured: abc\n', '---yaml\ntitle: b\n'])(
  'a second front matter block is refused: %j',
  async (body) => {
    const blank = body.length - body.trimStart().length
    expect(await issuesOf(seedOf('heat: 1', body))).toEqual([expect.stringContaining(`x.md:${6 + blank}:1  A second front matter block begins here`)])
  },
)

test.each(['---\n\nText between\n\n---\n\nmore', '----\ntitle: b\n', '\n---\n\nNote: text', 'Text\n---\ntitle: b\n---\n'])(
  'a body may hold thematic breaks and underlined headings: %j',
  async (body) => {
    expect(await issuesOf(seedOf('', body))).toEqual([])
  },
)

test('keys that every object has are reported and have no effect', async () => {
  const { story, issues } = await readOne(seedOf('__proto__: { heat: 7, polluted: yes }\nconstructor: x\n<<: { quality: 9 }'))
  expect(issues.map(formatIssue)).toEqual([
    expect.stringMatching(/:4:\d+ {2}__proto__ is not a field of a seed/),
    expect.stringMatching(/:5:\d+ {2}constructor is not a field of a seed/),
  ])
  expect(story).toMatchObject({ heat: 0, quality: 0 })
  expect({}).not.toHaveProperty('polluted')
})

/** Shapes that some parser takes long for, each repeated up to a size: in a line, in many lines, and in many blocks. */
const SHAPES = [
  '[', ']', '[](', '![', '[a](b)', '![a](b)', '*', '*a_', '**a', '_', '~', '`', '``a', '\\', '<', '<a>', '<b>x', '<a><b>', '<p><i>', '</div>', '<!--', '<?', '<![CDATA[', '<td>', '<table>', '<a x=', '<img src="https://a.b/c.png">', '&', '&lt;',
  '|', '|a', '> ', '- ', '1. ', '# a\n', 'a\n---\n', '```\n', '```js\nlet a = 1\n```\n', '- [ ] a\n', '|a|\n|-|\n', '[a]: b\n', '[^1]', '[^a]: b\n', '$a$', '$$a$$ ', '{{ a }}', '{% a %}', '[[a]]', '==a==', ':::note\n', 'https://a.b/ ', 'www.a.b ', 'a@b.cc ', '@', ':', '\n', '\r', 'a\n\n', 'a\n', '\\\n', '字', '\u0301', '%%', '"',
]
const fill = (shape: string, size: number) => shape.repeat(Math.ceil(size / shape.length)).slice(0, size)
const inBodies = (shape: string, size: number) => [fill(shape, size), fill(`${fill(shape, 60)}\n`, size), fill(`${fill(shape, 1500)}\n\n`, size)].map((body) => seedOf('', body))
const numbered = (line: (at: number) => string, size: number) => Array.from({ length: Math.floor(size / (line(1000).length + 1)) }, (_, at) => line(at)).join('\n')
const inFields = (size: number) => [
  seedOf('\n'.repeat(size)), seedOf(' '.repeat(size)), seedOf(`a:${' '.repeat(900)}\n`.repeat(size / 1000)), seedOf(`x: ${fill('a ', size)}`), seedOf(`x: ${fill('[', size)}`), seedOf(`excerpt: "${fill('<p>', size)}"`), seedOf(numbered((at) => `k${at}: v`, size)),
  seedOf(numbered((at) => `k${at}: "v`, size)), seedOf(numbered((at) => `k${at}: &a${at} v`, size)), seedOf(`topics:\n${numbered((at) => `  - t${at}`, size)}`), seedOf(`images:\n${numbered((at) => `  - img${at}.png`, size)}`), seedOf(`related:\n${numbered((at) => `  - {title: t${at}, webUrl: x}`, size)}`),
  seedOf('', numbered((at) => `![](img${at}.png)\n`, size)), seedOf('', numbered((at) => `a[^${at}]\n\n[^${at}]: note\n`, size)), seedOf('', numbered((at) => `key${at}:: value`, size)), `+++\nx = ${fill('[', size)}\n+++\n`, `{\n"a": ${fill('[', size)}\n}\n`, fill('---\n', size), fill('\0', size),
]

test.each([
  // In ms. An idle machine needs a tenth of it, a busy one a third; what is quadratic takes many seconds.
  ['64 kB', 64 * 1024 - 200, 500, 3],
  ['1 MiB', 1024 * 1024 - 200, 2000, 1],
])('%s of any shape are read or refused in little CPU time', async (_name, size, most, forms) => {
  for (let warm = 0; warm < 30; warm++) await readOne(seedOf('', '# h\n\nA *b* [c](https://d.example) `e`\n\n- f\n\n<b>g</b>, $x^2$\n\n```js\nlet a\n```\n'))
  for (const text of [...SHAPES.flatMap((shape) => inBodies(shape, size).slice(0, forms)), ...inFields(size)]) {
    const bytes = Buffer.from(text)
    let best = Infinity
    // Garbage of other files is collected in between.
    for (let run = 0; run < 3 && best > most; run++) {
      const start = process.cpuUsage()
      await toReadSeed(bytes, { root: '/nowhere', path: 'x.md', display: 'seeds', options: DEFAULT_READ_OPTIONS }, '')
      const { user, system } = process.cpuUsage(start)
      best = (user + system) / 1000
    }
    expect(best, text.slice(0, 120)).toBeLessThanOrEqual(most)
  }
})

test('front matter with thousands of blank lines is refused where they begin', async () => {
  expect(await issuesOf(seedOf('\n'.repeat(60_000)))).toEqual(['seeds/x.md:4:1  The front matter contains more than 1000 characters of white space in a row. Remove them.'])
})

test('markup nested thousands deep is an error of its file', async () => {
  expect(await issuesOf(seedOf('', '<div>'.repeat(600)))).toEqual([expect.stringContaining('The body can not be converted to HTML')])
  expect(await issuesOf(seedOf('', '<div>'.repeat(20_000)))).toEqual(['seeds/x.md:6:1  The body has more than 4000 HTML elements. Shorten it.'])
  expect(await issuesOf(seedOf('', '<div>'.repeat(400)))).toEqual([])
})

test('a body that grows when it is read is refused before it fills the memory', async () => {
  const open = (count: number) => Array.from({ length: count }, (_, at) => `<b a${at}>`).join('')
  // A browser reopens every unclosed emphasis in each paragraph.
  expect(await issuesOf(seedOf('', `<div><p>${open(400)}${'<p>x'.repeat(2000)}`))).toEqual([expect.stringContaining('The body leaves more than 100 HTML elements such as <b> and <a> open. Close them.')])
  expect(await issuesOf(seedOf('', `[a]: x "${'long '.repeat(2000)}"\n\n${'[a] '.repeat(900)}`))).toEqual([expect.stringContaining('The body can not be converted to HTML')])
  const player = `<p>${open(400)}${'<p>x'.repeat(2000)}<iframe src=https://a.example/>`
  expect(await issuesOf(seedOf(`featuredContent: ${JSON.stringify(player)}`))).toEqual([expect.stringContaining('featuredContent contains no iframe')])
})

test('too many topics and related stories are reported and cut', async () => {
  const topics = `topics:\n${Array.from({ length: 40 }, (_, at) => `  - Topic ${at}`).join('\n')}`
  const related = `related:\n${Array.from({ length: 60 }, (_, at) => `  - title: Story ${at}\n    webUrl: https://a.example/${at}`).join('\n')}`
  const { story, issues } = await readOne(seedOf(`${topics}\n${related}`))
  expect(story?.topics).toHaveLength(30)
  expect(story?.coverage).toHaveLength(50)
  expect(issues.map(formatIssue)).toEqual([
    'seeds/x.md:5:3  topics lists 40 topics; only the first 30 are used. Remove the others.',
    'seeds/x.md:46:3  related lists 60 stories; only the first 50 are used. Remove the others.',
  ])
})

test('reading never throws, and lets nothing through, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(seedBytes, async (bytes) => {
      expect(await seedProblem(bytes)).toBeNull()
    }),
    { numRuns: 300 },
  )
})
