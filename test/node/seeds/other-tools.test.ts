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
  const { story } = await readSeed(root, 'x.md', 'seeds', { dates: 'dmy', undated: 'skip' })
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
  const { story } = await readSeed(root, 'x.md', 'seeds', { dates: null, undated: 'file-time' })
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

test('a clipping is no draft, whatever a read-later service says', async () => {
  expect((await storyOf('---\ndate: 2020-01-01\ndraft: true\n---\n')).draft).toBe(true)
  expect((await storyOf('---\ndate: 2020-01-01\ndraft: true\nurl: https://example.com/a\n---\n')).draft).toBe(false)
})
