import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { dayPages } from '../../../src/node/bundle/day-pages.ts'
import { toDigest } from '../../../src/node/syndication/digest.ts'
import { listing, makeStory, SITE } from '../../support/make-story.ts'

const site = { ...SITE, url: 'https://news.example/fold/' }
const early = makeStory('early', { title: 'Robots fold towels & sheets', published: '2020-05-20T08:00:00Z' })
const later = makeStory('later', { title: 'Towels folded by robots', published: '2020-05-20T09:00:00Z', coverage: [listing(early)] })
const next = makeStory('next', { title: 'Chips get cheaper', published: '2020-05-21T01:00:00Z' })

test('the daily digest has an item for each day, which lists its events and has its address as id', () => {
  const files = [...toDigest(site, dayPages(assembleBundle([early, later, next], site, 'v')))].map(({ bytes }) => new TextDecoder().decode(bytes))
  expect(files.map((text) => parseFeed(text).format).sort()).toEqual(['atom', 'json', 'rss'])
  const json = files.find((text) => text.startsWith('{')) ?? ''
  const { items } = JSON.parse(json) as { readonly items: readonly { readonly id: string; readonly url: string; readonly title: string; readonly content_html: string }[] }
  expect(items.map(({ id, url, title }) => [id, url, title])).toEqual([
    ['https://news.example/fold/day/2020-05-21/', 'https://news.example/fold/day/2020-05-21/', 'Thursday, May 21, 2020'],
    ['https://news.example/fold/day/2020-05-20/', 'https://news.example/fold/day/2020-05-20/', 'Wednesday, May 20, 2020'],
  ])
  expect(items[1]?.content_html).toContain('>Robots fold towels &amp; sheets</a>')
  expect(items[1]?.content_html.match(/<ul>/g)).toHaveLength(2)
})
