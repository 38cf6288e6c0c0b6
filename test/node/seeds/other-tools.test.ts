import { expect, test } from 'vitest'
import { readSeed } from '../../../src/node/seeds/read-seed.ts'
import { issuesOf, readOne, storyOf } from '../../support/read-one.ts'
import { withSeeds } from '../../support/temp-folder.ts'

test('the fields of a Jekyll post become the fields of a story', async () => {
  const story = await storyOf(
    '---\nlayout: post\ntitle: "A release"\ndate: 2019-08-28 09:00:00 +0200\ncategories: releases security\nauthor: Jane Doe\nlang: de\nsummary: What is new.\nlast_modified_at: 2019-09-01\n---\nText.\n',
    '_posts/2019-08-28-a-release.md',
  )
  expect(story).toMatchObject({
    title: 'A release', published: '2019-08-28T07:00:00Z', updated: '2019-09-01T00:00:00Z', excerpt: 'What is new.',
    topics: ['releases', 'security'], authors: ['Jane Doe'], language: 'de', url: null, draft: false,
  })
})

test('the fields of a web clipping become the fields of a story', async () => {
  const story = await storyOf('---\ntitle: A clip\nsource: https://example.com/a?utm_source=x\nauthor:\n  - "[[Jane Doe]]"\n  - "[[people/john|John Roe]]"\npublished: 2024-05-01\ncreated: 2024-05-02\ntags:\n  - "#ai"\n---\n')
  expect(story).toMatchObject({ url: 'https://example.com/a', authors: ['Jane Doe', 'John Roe'], published: '2024-05-01T00:00:00Z', unpublished: false, topics: ['ai'] })
})

test('TOML is read like YAML', async () => {
  const story = await storyOf('+++\ntitle = "A post"\ndate = 2024-04-09\nauthors = ["A", "B"]\ndraft = true\n[extra]\nteam = 1\n+++\nText.\n')
  expect(story).toMatchObject({ title: 'A post', published: '2024-04-09T00:00:00Z', authors: ['A', 'B'], draft: true, bodyHtml: '<p>Text.</p>' })
})

test('JSON is read like YAML', async () => {
  const story = await storyOf('{\n\t"title": "A post",\n\t"date": "2024-04-09",\n\t"tags": ["a", "b"]\n}\nText.\n')
  expect(story).toMatchObject({ title: 'A post', published: '2024-04-09T00:00:00Z', topics: ['a', 'b'], bodyHtml: '<p>Text.</p>' })
})

test('an issue names the field as the seed does, with its line in YAML, TOML and JSON', async () => {
  const reason = 'date "03/04/2020" is not a date: it may be 2020-04-03 or 2020-03-04. Write one of these, or set the option dates to \'dmy\' or \'mdy\'.'
  expect(await issuesOf('---\ntitle: a\ndate: 03/04/2020\n---\n')).toEqual([`seeds/x.md:3:7  ${reason}`])
  expect(await issuesOf('+++\ntitle = "a"\ndate = "03/04/2020"\n+++\n')).toEqual([`seeds/x.md:3:1  ${reason}`])
  expect(await issuesOf('{\n"title": "a",\n"date": "03/04/2020"\n}\n')).toEqual([`seeds/x.md:3:9  ${reason}`])
})

test('the option dates decides ambiguous dates', async () => {
  const root = withSeeds({ 'x.md': '---\ndate: 03/04/2020\n---\n' })
  const { story } = await readSeed(root, 'x.md', 'seeds', { dates: 'dmy', undated: 'skip', images: 'link' })
  expect(story?.published).toBe('2020-04-03T00:00:00Z')
})

test('a file without front matter has its title from its heading and its date from its name', async () => {
  const story = await storyOf('# A *first* note\n\nText.\n', 'notes/2024-05-01.md')
  expect(story).toMatchObject({ title: 'A first note', published: '2024-05-01T00:00:00Z', bodyHtml: '<p>Text.</p>' })
})

test('without title and heading, the file or its folder names the story', async () => {
  expect((await storyOf('Text.', '2024-05-01-hello-world.md')).title).toBe('Hello world')
  expect((await storyOf('Text.', '2024-05-01-hello-world/index.md')).title).toBe('Hello world')
})

test('a seed without any date is neither a story nor an error', async () => {
  expect(await readOne('# A note\n')).toMatchObject({ story: null, issues: [] })
})

test('the option undated gives a seed the time of its file', async () => {
  const root = withSeeds({ 'x.md': '# A note\n' })
  const { story } = await readSeed(root, 'x.md', 'seeds', { dates: null, undated: 'file-time', images: 'link' })
  expect(story?.published).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('a date in the file name that differs from the field is reported, and the field is used', async () => {
  const { story, issues } = await readOne('---\ntitle: a\ndate: 2020-01-01\n---\n', '2020-03-01-a.md')
  expect(story?.published).toBe('2020-01-01T00:00:00Z')
  expect(issues.map(({ message }) => message)).toEqual(['date is 2020-01-01, but the file is named 2020-03-01. The field is used; correct the wrong one.'])
})

test('an invalid date is only a warning where the file name has one', async () => {
  const { story, issues } = await readOne('---\ntitle: a\ndate: someday\n---\n', '2020-03-01-a.md')
  expect(story?.published).toBe('2020-03-01T00:00:00Z')
  expect(issues.map(({ severity }) => severity)).toEqual(['warning'])
})

test('related notes by name are ignored', async () => {
  expect((await storyOf('---\ndate: 2020-01-01\nrelated: ["[[A note]]", other]\nauthor: false\n---\n')).coverage).toEqual([])
})

test('an address of the story on its own site may give its date', async () => {
  expect((await storyOf('+++\ntitle = "a"\npath = "2022/07/01/RLS"\n+++\n')).published).toBe('2022-07-01T00:00:00Z')
})

test('topics are the only source of topics where they are present', async () => {
  expect((await storyOf('---\ndate: 2020-01-01\ntopics: [AI]\ncategory: news\ntags: [x]\n---\n')).topics).toEqual(['AI'])
  expect((await storyOf('---\ndate: 2020-01-01\ncategory: news\ntags: one, two\nkeywords: [three]\n---\n')).topics).toEqual(['one', 'two', 'news', 'three'])
})

test('misspelt fields are reported with the name that was meant, other unknown fields are not', async () => {
  expect(await issuesOf('---\ndate: 2020-01-01\nexerpt: x\npublishedDatetime: 2020-01-01\nlayout: post\n---\n')).toEqual([
    'seeds/x.md:3:9  exerpt is not a field of a seed. Did you mean "excerpt"?',
    'seeds/x.md:4:20  publishedDatetime is not a field of a seed. Did you mean "publishedDateTime"?',
  ])
})

test('a field with two swapped letters is reported, too', async () => {
  expect(await issuesOf('---\ndate: 2020-01-01\ntopcis: [AI]\ntitel: x\nrealted: []\n---\n')).toEqual([
    'seeds/x.md:3:9  topcis is not a field of a seed. Did you mean "topics"?',
    'seeds/x.md:4:8  titel is not a field of a seed. Did you mean "title"?',
    'seeds/x.md:5:10  realted is not a field of a seed. Did you mean "related"?',
  ])
})

test('a clipping is no draft, whatever a read-later service says', async () => {
  expect((await storyOf('---\ndate: 2020-01-01\ndraft: true\n---\n')).draft).toBe(true)
  expect((await storyOf('---\ndate: 2020-01-01\ndraft: true\nurl: https://example.com/a\n---\n')).draft).toBe(false)
})

test('the properties of a Logseq page become fields, and those of its blocks are left out', async () => {
  const story = await storyOf('title:: A page\ndate:: [[Oct 1st, 2020]]\ntags:: [[news]], climate\nauthor:: [[Ann Lee]], [[Bo Li]]\n\n- One ((60293d41-1351-40ed-aa00-0e0c12be1175))\n  id:: 60293d41-1351-40ed-aa00-0e0c12be1176\n')
  expect(story).toMatchObject({ title: 'A page', published: '2020-10-01T00:00:00Z', topics: ['news', 'climate'], authors: ['Ann Lee', 'Bo Li'] })
  expect(story.bodyHtml).toBe('<ul>\n<li>One</li>\n</ul>')
})

test('the header of a Pelican article becomes fields', async () => {
  const story = await storyOf('Title: A post\nDate: 2010-12-03 10:20\nCategory: Python\nAuthor: Ann Lee\nSummary: Short.\n\nText.\n')
  expect(story).toMatchObject({ title: 'A post', published: '2010-12-03T10:20:00Z', topics: ['Python'], authors: ['Ann Lee'], excerpt: 'Short.', bodyHtml: '<p>Text.</p>' })
})

test('the metadata of a Readwise export becomes fields', async () => {
  const story = await storyOf(
    '# A title\n\n![rw-book-cover](https://example.com/a.png)\n\n## Metadata\n- Author: [[Ann Lee]]\n- Category: #articles\n- Summary: Short.\n- URL: https://example.com/a\n\n## Highlights first synced by [[Readwise]] [[October 4th, 2023]]\n- Text.\n',
  )
  expect(story).toMatchObject({ title: 'A title', published: '2023-10-04T00:00:00Z', authors: ['Ann Lee'], excerpt: 'Short.', url: 'https://example.com/a', topics: [] })
  expect(story.images[0]?.url).toBe('https://example.com/a.png')
  expect(story.bodyHtml).toBe('<ul>\n<li>Text.</li>\n</ul>')
})

test('an Omnivore export leads to the original and shows the text alone', async () => {
  const story = await storyOf('---\ntitle: A title\ndate_published: 2024-07-08 11:05:20\n---\n# A title\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a)\n[Read Original](https://example.com/a)\n\nText.\n')
  expect(story).toMatchObject({ url: 'https://example.com/a', bodyHtml: '<p>Text.</p>', topics: [] })
})

test('an issue of a field in the body has its line', async () => {
  expect(await issuesOf('title:: A page\ndate:: soon\n')).toEqual([expect.stringContaining('seeds/x.md:2:1  date "soon" is not a date')])
})

test('JavaScript front matter is read but never run', async () => {
  const story = await storyOf('---js\nconst title = "A post";\nconst date = "2023-01-23";\nprocess.exit(1);\n---\nText.\n')
  expect(story).toMatchObject({ title: 'A post', published: '2023-01-23T00:00:00Z' })
})

test('a placeholder instead of a date is reported, and the seed has no date', async () => {
  expect(await readOne('---\ntitle: A template\ndate: {{date}}\n---\n')).toMatchObject({ story: null, issues: [{ severity: 'warning', line: 3 }] })
})

test('a clipped video is a video, and its embed in the body a link', async () => {
  const story = await storyOf('---\ntitle: A clip\nsource: https://www.youtube.com/watch?v=V0rRu7cevR0\npublished: 2024-05-01\n---\n![](https://www.youtube.com/watch?v=V0rRu7cevR0)\n')
  expect(story).toMatchObject({ type: 'video', video: { playerUrl: 'https://www.youtube-nocookie.com/embed/V0rRu7cevR0' } })
  expect(story.bodyHtml).not.toContain('<img')
})

test('an SVG picture is shown unless it is more than a picture', async () => {
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">${inside}</svg>`
  const seed = '---\ntitle: A\ndate: 2024-05-01\nimage: a.svg\n---\n'
  const imagesOf = async (inside: string) => (await readSeed(withSeeds({ 'x.md': seed, 'a.svg': svg(inside) }), 'x.md', 'seeds')).story?.images
  expect(await imagesOf('<path id="p" d="M0 0h8"/><use href="#p"/>')).toMatchObject([{ width: 8, height: 8 }])
  const active = ['<script>1</script>', '<g onload="x()"/>', '<a href="javascript:x()"/>', '<a xlink:href="https://example.com"/>', '<s:script/>', '<set attributeName="onclick" to="x()"/>', '<foreignObject/>']
  for (const inside of active) expect(await imagesOf(inside)).toEqual([])
})

test('fields in capital letters are found, and a wrong one is reported with its line', async () => {
  expect(await storyOf('---\nTitle: A post\nDate: 2024-05-01\nTAGS: [a]\n---\n')).toMatchObject({ title: 'A post', published: '2024-05-01T00:00:00Z', topics: ['a'] })
  expect(await issuesOf('---\nTitle: A post\nDate: soon\n---\n')).toEqual([expect.stringContaining('seeds/x.md:3:1  date "soon" is not a date')])
})

test.each([
  ['published_at: 2024-05-01', '2024-05-01T00:00:00Z'],
  ['last_modified: 2024-05-01', '2024-05-01T00:00:00Z'],
  ['date-added: 2024-05-01', '2024-05-01T00:00:00Z'],
  ['createdAt: 2024-05-02\nlastModified: 2024-05-03', '2024-05-02T00:00:00Z'],
])('a seed with %j is dated', async (lines, published) => {
  expect((await storyOf(`---\ntitle: A\n${lines}\n---\n`)).published).toBe(published)
})

test('the fields that Zola and Hugo keep in mappings are found', async () => {
  const story = await storyOf('+++\ntitle = "A"\ndate = 2024-05-01\n[taxonomies]\ntags = ["a", "b"]\n[extra]\nauthor = "Ann"\ntitle = "Other"\n+++\n')
  expect(story).toMatchObject({ title: 'A', topics: ['a', 'b'], authors: ['Ann'] })
})

test("an agency's name under source is the provider's where the story has an address", async () => {
  expect((await storyOf('---\ntitle: A\ndate: 2024-05-01\nsource: Reuters\nlink: https://example.com/a\n---\n')).provider).toEqual({ name: 'Reuters', domain: 'example.com' })
  expect((await storyOf('---\ntitle: A\ndate: 2024-05-01\nsource: "[[A book]]"\n---\n')).provider).toBeNull()
})

test('a note named by a time has its day', async () => {
  expect((await storyOf('Text.', '202405011230 A note.md')).published).toBe('2024-05-01T00:00:00Z')
})

test.each([
  ['post.fr.md', 'fr'],
  ['content/pt-br/post.md', 'pt-BR'],
  ['content/it/post.md', null],
  ['content/qq/post.md', null],
  ['release.v2.md', null],
])('the language of %s is %s', async (path, language) => {
  expect((await storyOf('---\ntitle: A\ndate: 2024-05-01\n---\n', path)).language).toBe(language)
})
