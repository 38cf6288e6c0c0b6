import { expect, test } from 'vitest'
import { assembleBundle } from '../../../src/node/bundle/assemble-bundle.ts'
import { listPages } from '../../../src/node/pages/list-pages.ts'
import type { SeedStory } from '../../../src/node/seeds/values/seed-story.ts'
import { after, makeStory, SITE } from '../../support/make-story.ts'

test('a new story of a new provider changes the lists it is in, and no page of another topic, day or older part of its month', () => {
  const stories = Array.from({ length: 450 }, (_, at) => makeStory(`s${at}`, { provider: { name: `P ${at % 20}`, domain: `p${at % 20}.example` }, title: `Town ${at} paints bridge ${at * 7}`, topics: [at % 3 === 0 ? 'Law' : 'Sea'], published: after(at) }))
  const pagesOf = (of: readonly SeedStory[]) => [...listPages(assembleBundle(of, SITE, `v${of.length}`), SITE)].map(({ file, json }) => `${file} ${json}`)
  const before = new Set(pagesOf(stories))
  const changed = pagesOf([...stories, makeStory('new', { provider: { name: 'New', domain: 'new.example' }, title: 'A lighthouse opens', topics: ['Sea'], published: after(449.5) })]).filter((page) => !before.has(page))
  expect(changed.map((page) => page.split(' ')[0])).toEqual(['index.html', 'topic/sea/index.html', 'archive/index.html', 'archive/2020-01/index.html', 'day/2020-01-19/index.html', '404.html'])
})
