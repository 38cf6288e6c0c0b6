import { expect, test } from 'vitest'
import { parseFilter } from '../../../src/shared/filter/feed-filter.ts'
import { readSeed } from '../../../src/node/seeds/read-seed.ts'
import { issuesOf, readOne, seedOf, storyOf } from '../../support/read-one.ts'

test('all problems of a seed are reported at once, each at its value', async () => {
  const text = `---
title: [a]
publishedDateTime: "2020-02-31"
webUrl: "javascript:alert(1)"
images:
  - url: https://example.com/a.png
  - url: "javascript:alert(1)"
---
`
  expect((await issuesOf(text)).sort()).toEqual([
    'seeds/x.md:2:8  title is a list, but must be text. Write a single text.',
    'seeds/x.md:3:20  publishedDateTime "2020-02-31" is not a date: February 2020 has 29 days.',
    `seeds/x.md:4:9  webUrl "javascript:alert(1)" is not a web address: only http and https are allowed. Remove it, or give the story's address.`,
    `seeds/x.md:7:10  images[1].url "javascript:alert(1)" is not a web address: only http and https are allowed. Remove it, or give the image's address.`,
  ])
})

test('texts that are too long are reported and cut', async () => {
  const long = (length: number) => 'x'.repeat(length)
  const { story, issues } = await readOne(
    seedOf(`topics: [${long(81)}]\nprovider: { name: ${long(101)}, domain: e.example }\nimages: [{ url: https://e.example/a.png, title: ${long(1001)}, attribution: ${long(1002)} }]\nrelated: [{ webUrl: https://e.example/b, title: ${long(501)} }]`),
  )
  expect(story?.topics).toEqual([`${long(79)}…`])
  expect(issues.map(({ message }) => message).sort()).toEqual(
    ['images[0].attribution is longer than 1000', 'images[0].title is longer than 1000', 'provider.name is longer than 100', 'related[0].title is longer than 500', 'topics[0] is longer than 80'].map(
      (start) => `${start} characters and is cut. Shorten it.`,
    ),
  )
})

test.each([
  ['9.123456789', 9.123457],
  ['5.894399529999999', 5.8944],
  ['1e-7', 0],
  ['-2.5E2', -250],
  ['.5', 0.5],
])('a heat of %s is %d, rounded to millionths', async (text, heat) => {
  const { story, issues } = await readOne(seedOf(`heat: ${text}`))
  expect(issues).toEqual([])
  expect(story?.heat).toBe(heat)
  expect(parseFilter(null, new URLSearchParams({ 'min-heat': String(heat) })).minHeat).toBe(heat)
})

test('a number that is too large is reported and ignored', async () => {
  expect(await issuesOf(seedOf('heat: 5000000000'))).toEqual(['seeds/x.md:4:7  heat "5000000000" is too large. Write a number between -1,000,000,000 and 1,000,000,000.'])
  expect(await issuesOf(seedOf('heat: 999999999.9999999'))).toHaveLength(1)
})

test('invalid optional fields are warnings and are left out of the story', async () => {
  const { story, issues } = await readOne(
    seedOf(`type: vidoe
quality: high
heat: [1]
published: maybe
locale: "no such language"
updatedDateTime: 0001-01-01T00:00:00
provider: { domain: "not a domain" }
topics: [AI, { a: b }, "!!!"]
images: [{ url: "data:image/png;base64,AA" }, 7, { url: https://example.com/a.png, width: 99999, height: tall }]
related: [text, { title: No address }, { webUrl: https://example.com/no-title }]`),
  )
  expect(story).toMatchObject({ type: 'article', quality: 0, heat: 0, unpublished: false, language: null, updated: null, provider: null, topics: ['AI'], coverage: [] })
  expect(story?.images).toEqual([{ url: 'https://example.com/a.png', width: null, height: null, caption: null, attribution: null }])
  expect(issues.every(({ severity }) => severity === 'warning')).toBe(true)
  expect(issues.map(({ message }) => message.split(' ')[0]).sort()).toEqual([
    'heat', 'images[0].url', 'images[1]', 'images[2].height', 'images[2].width', 'locale', 'provider.domain', 'published', 'quality',
    'related[0]', 'related[1]', 'related[2]', 'topics[1]', 'topics[2]', 'type', 'updatedDateTime',
  ])
})

test('a required field of the wrong type is an error', async () => {
  const issues = await issuesOf('---\ntitle: [a]\npublishedDateTime: { a: b }\n---\n')
  expect(issues).toEqual([
    'seeds/x.md:2:8  title is a list, but must be text. Write a single text.',
    'seeds/x.md:3:20  publishedDateTime is a mapping, but must be text. Write a single text.',
  ])
})

test('HTML in a title is reported', async () => {
  expect(await issuesOf('---\ntitle: "<b>x</b>"\npublishedDateTime: 2020-01-01\n---\n')).toEqual([
    expect.stringContaining(':2:8  title contains HTML, which is shown as text.'),
  ])
})

test('HTML in a title is shown as text', async () => {
  const { story } = await readOne('---\ntitle: "<script>alert(1)</script> R&amp;D &#8217;\\u202E x\\n  y"\npublishedDateTime: 2020-01-01\n---\n')
  expect(story?.title).toBe('<script>alert(1)</script> R&D ’ x y')
})

test('a title without visible characters is an error', async () => {
  expect(await issuesOf('---\ntitle: "\\u200b \\u200d"\npublishedDateTime: 2020-01-01\n---\n')).toEqual([
    'seeds/x.md:2:8  title has no visible characters. Add one: title: "…".',
  ])
})

test('scalars that YAML would convert stay text', async () => {
  const story = await storyOf('---\ntitle: no\npublishedDateTime: 2020-01-01\ntopics: [012, 1:30, yes]\n---\n')
  expect(story).toMatchObject({ title: 'no', topics: ['012', '1:30', 'yes'] })
})

test('an excerpt has no empty parentheses where links were removed', async () => {
  const story = await storyOf(seedOf('excerpt: "Tools (  ,   and  ) help , they say . Version ( ) of .NET (or not), , too"'))
  expect(story.excerpt).toBe('Tools help, they say. Version of .NET (or not), too')
})

test('without publishedDateTime the file name gives the date', async () => {
  const text = '---\ntitle: A\n---\n'
  expect((await storyOf(text, '2019/2019-07-04-a.md')).published).toBe('2019-07-04T00:00:00Z')
  expect(await issuesOf(text, '2019-02-29-a.md')).toEqual([expect.stringContaining('is not a date: February 2019 has 28 days.')])
  expect(await readOne(text, '2019-02-a.md')).toMatchObject({ story: null, issues: [] })
})

test('updated is set only when it is later than published', async () => {
  expect((await storyOf(seedOf('updatedDateTime: 2020-01-02'))).updated).toBe('2020-01-02T00:00:00Z')
  expect((await storyOf(seedOf('updatedDateTime: 2019-01-02'))).updated).toBeNull()
})

test('the address is webUrl, else originalUrl, else an AMP address', async () => {
  const amp = 'ampWebUrl: https://example.com/amp'
  expect((await storyOf(seedOf(`webUrl: https://example.com/a\noriginalUrl: https://example.com/b\n${amp}`))).url).toBe('https://example.com/a')
  expect((await storyOf(seedOf(`originalUrl: https://example.com/b\n${amp}`))).url).toBe('https://example.com/b')
  expect((await storyOf(seedOf(amp))).url).toBe('https://example.com/amp')
  expect((await storyOf(seedOf('webUrl: https://example.com/a\nampWebUrl: "javascript:x"'))).url).toBe('https://example.com/a')
})

test('a story without address is identified by its path', async () => {
  const [a, again, b] = [await storyOf(seedOf(''), 'a.md'), await storyOf(seedOf('heat: 3'), 'a.md'), await storyOf(seedOf(''), 'b.md')]
  expect(a).toMatchObject({ url: null, provider: null })
  expect(a.id).toBe(again.id)
  expect(a.id).not.toBe(b.id)
})

test('the provider comes from the address when the seed names none', async () => {
  const own = 'webUrl: https://www.cnet.com/a'
  expect((await storyOf(seedOf(own))).provider).toEqual({ domain: 'cnet.com', name: 'cnet.com' })
  expect((await storyOf(seedOf(`${own}\nprovider: { name: CNET }`))).provider).toEqual({ domain: 'cnet.com', name: 'CNET' })
  expect((await storyOf(seedOf(`${own}\nprovider: { domain: WWW.Wired.com, name: "" }`))).provider).toEqual({ domain: 'wired.com', name: 'wired.com' })
})

test('spellings of one topic are one topic', async () => {
  expect((await storyOf(seedOf('topics: [AI Hardware, ai-hardware, "", C++, C]'))).topics).toEqual(['AI Hardware', 'C++', 'C'])
})

test('languages become canonical tags', async () => {
  expect((await storyOf(seedOf('locale: en_us'))).language).toBe('en-US')
})

test.each([['no', true], ['FALSE', true], ['true', false], ['""', false]])('published: %s', async (value, unpublished) => {
  expect((await storyOf(seedOf(`published: ${value}`))).unpublished).toBe(unpublished)
})

test('a file that no longer exists is an error', async () => {
  expect((await readSeed('/no/such/folder', 'x.md', 'seeds')).issues).toEqual([
    { severity: 'error', file: 'seeds/x.md', line: 1, column: 1, message: expect.stringContaining('The file no longer exists') as string },
  ])
})
