import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import type { StorySummary } from '../../../src/shared/contract/bundle.ts'
import { corpus, type CorpusOptions } from '../../support/corpus/corpus.ts'
import { DEFAULT_TOPICS, topicOf } from '../../support/corpus/topics.ts'
import { withSeeds } from '../../support/temp-folder.ts'
import { bundleFiles } from '../../support/make-story.ts'

function filesOf(options: CorpusOptions): Record<string, string | Uint8Array> {
  return Object.fromEntries([...corpus(options)].map(({ path, content }) => [path, content]))
}

function textsOf(options: CorpusOptions): string[] {
  return Object.values(filesOf(options)).filter((content) => typeof content === 'string')
}

function hashOf(options: CorpusOptions): string {
  const hash = createHash('sha256')
  for (const { path, content } of corpus(options)) hash.update(path).update(content)
  return hash.digest('hex')
}

test('the same options make the same bytes, another number makes others', () => {
  expect(hashOf({ stories: 200 })).toBe(hashOf({ stories: 200 }))
  expect(hashOf({ stories: 200, seed: 2 })).not.toBe(hashOf({ stories: 200 }))
})

test.each([0, 1, 2, 123])('%i stories are as many seeds', (stories) => {
  expect(textsOf({ stories })).toHaveLength(stories)
})

const archive: readonly (readonly [what: string, pattern: RegExp, least: number])[] = [
  ['line ends of Windows', /\r\n/, 100],
  ['bodies of blank lines', /\n---\s*$/, 200],
  ['a heading', /^## /m, 5],
  ['a table', /^\| --- \|/m, 5],
  ['a footnote', /^\[\^\w+\]:/m, 5],
  ['videos', /^type: video/m, 15],
  ['a YouTube player', /youtube\.com\/embed/, 3],
  ['a Vimeo player', /player\.vimeo\.com/, 3],
  ['a player of an unknown host', /strangers\.example/, 3],
  ['no webUrl', /^originalUrl/m, 10],
  ['tracking parameters', /[?&](utm_|fbclid)/, 30],
  ['AMP addresses', /^ampWebUrl/m, 50],
  ['stories no longer promoted', /^published: false/m, 200],
  ['dead pictures', /dead\.invalid/, 60],
  ['local pictures', /"(\.\.\/)*pictures\/(wide|square|tall|panorama|tiny)/, 60],
  ["one paper's logo", /pictures\/logo\.png/, 6],
  ['a picture with a credit', /attribution:/, 10],
  ['coverage', /^related:/m, 80],
  ['Arabic', /^title: ".*\p{Script=Arabic}/mu, 2],
  ['Japanese', /^title: ".*\p{Script=Hiragana}/mu, 2],
  ['Cyrillic', /^title: ".*\p{Script=Cyrillic}/mu, 1],
  ['emoji', /^title: ".*\p{Extended_Pictographic}/mu, 1],
  ['escaped quotes', /^title: ".*\\"/m, 1],
  ['typographic quotes', /^title: ".*“/m, 5],
  ['a very long title', /^title: ".{200}/m, 1],
  ['a title of one word', /^title: "\S+"/m, 1],
  ['no excerpt', /^excerpt: ""/m, 10],
  ['an excerpt with holes', /^excerpt: ".*\( {2},/m, 10],
  ['an excerpt that stops in mid-sentence', /^excerpt: ".*[a-z]"/m, 30],
]

test.each(archive)('300 seeds have %s', (_, pattern, least) => {
  expect(textsOf({ stories: 300 }).filter((text) => pattern.test(text)).length).toBeGreaterThanOrEqual(least)
})

test.each(['quality', 'heat', 'published'])('some seeds have no %s', (field) => {
  const without = textsOf({ stories: 300 }).filter((text) => !new RegExp(`^${field}:`, 'm').test(text))
  expect(without.length).toBeGreaterThan(10)
})

test('seeds lie at different depths, under long and short names of every kind', () => {
  const paths = Object.keys(filesOf({ stories: 300 }))
  expect(new Set(paths.map((path) => path.split('/').length))).toEqual(new Set([1, 2, 3]))
  expect(new Set(paths.map((path) => path.split('.').at(-1)))).toEqual(new Set(['png', 'txt', 'md', 'markdown']))
  expect(paths.filter((path) => path.length > 140).length).toBeGreaterThan(5)
})

test('the corpus builds without a finding, its first story leads with a picture, and logos are not shown', async () => {
  const root = withSeeds(filesOf({ stories: 300 }))
  const { bundle, report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report).toMatchObject({ issues: [], unrecognisedFiles: [], seeds: 300, stories: 300 })

  const pages = [...bundleFiles(bundle)].filter(([path]) => path.startsWith('data/feed/'))
  const stories = pages.flatMap(([, json]) => JSON.parse(json) as StorySummary[])
  const newest = stories.find(({ published }) => published === '2020-06-30T20:00:00Z')
  expect(newest).toMatchObject({ image: { width: 1200, height: 675 } })
  expect(newest?.alsoCoveredBy).toHaveLength(2)
  expect(stories.filter(({ provider, image }) => provider?.domain === 'machineroom.example' && image)).toEqual([])
  const shown = stories.filter(({ image }) => image?.url.startsWith('data/'))
  expect(shown.length).toBeGreaterThan(60)
})

test('more topics than there are names for have names too, each its own', () => {
  const names = Array.from({ length: 3000 }, (_, rank) => topicOf(rank))
  expect(new Set(names).size).toBe(3000)
  expect(names[DEFAULT_TOPICS]).toBe('Applied Machine Learning')
})
