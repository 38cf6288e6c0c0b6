import { expect, test } from 'vitest'
import type { Story } from '../../../src/shared/contract/bundle.ts'
import { toPageJson } from '../../../src/node/pages/pack-page.ts'
import { parsePageData } from '../../../src/shared/contract/page-data-script.ts'
import type { PageData } from '../../../src/shared/contract/render-page.ts'
import { storyPath } from '../../../src/shared/contract/permalinks.ts'
import { listing, makeStory, picture, readStories, SITE } from '../../support/make-story.ts'

const LONG = 'Robots of the library in Turku lend books to readers, one after the other. '.repeat(8).trim()

const plain = makeStory('plain')
const rich = makeStory('rich', {
  excerpt: LONG,
  updated: '2020-06-01T00:00:00Z',
  provider: null,
  authors: ['Ada'],
  type: 'video',
  topics: ['Robots', 'AI'],
  images: [picture('https://e.example/1.png'), picture('https://e.example/2.png')],
  video: { url: 'https://e.example/v', playerUrl: null },
  heat: 5,
  unpublished: true,
  language: 'fi',
  bodyHtml: '<p>Text</p>',
  coverage: [listing(plain), { ...listing(makeStory('elsewhere')), provider: null }],
})
const pictured = makeStory('pictured', { excerpt: LONG, isExcerptOfBody: true, images: [picture('https://e.example/1.png')] })
const seeds = [plain, rich, pictured]

const pageOf = (story: Story): PageData => ({ path: storyPath(story.slug), site: SITE, view: 'story', story })
const jsonOf = (story: Story) => toPageJson(pageOf(story))

test.each(seeds)('a story comes out of its page as it went in: $path', (seed) => {
  const story = readStories(seeds)(seed)
  expect(parsePageData(jsonOf(story))).toEqual(pageOf(story))
})

test('an excerpt that ends in an ellipsis of its own stays', () => {
  for (const [excerpt, fullExcerpt] of [['Robots…', 'Robots… and books'], ['Robots…', null], ['Robots…', ''], ['…', 'Books'], ['', 'Books']] as const) {
    const story = { ...readStories(seeds)(plain), excerpt, fullExcerpt }
    expect(parsePageData(jsonOf(story))).toEqual(pageOf(story))
  }
})

test('a page says the excerpt, the only picture and what is usual once at most', () => {
  const storyOf = readStories(seeds)
  expect(Object.keys((JSON.parse(jsonOf(storyOf(plain))) as { story: object }).story).sort()).toEqual(['excerpt', 'originalUrl', 'provider', 'published', 'related', 'slug', 'title', 'topics'])
  expect(jsonOf(storyOf(pictured)).split('1.png')).toHaveLength(2)
  expect(jsonOf(storyOf(rich)).split('one after the other').length - 1).toBeLessThanOrEqual(8)
})
