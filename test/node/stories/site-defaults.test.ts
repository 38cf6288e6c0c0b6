import { expect, test } from 'vitest'
import { applySiteDefaults } from '../../../src/node/stories/site-defaults.ts'
import { makeStory } from '../../support/make-story.ts'

const provider = { name: 'The Blog', domain: 'blog.example' }

test('a story without a provider gets that of the site', () => {
  const [own, other] = [makeStory('a', { provider: null }), makeStory('b')]
  expect(applySiteDefaults([own, other], { provider, ignoredTopics: [] }).map((story) => story.provider)).toEqual([provider, other.provider])
})

test('ignored topics are left out in every spelling', () => {
  const story = makeStory('a', { topics: ['Clippings', 'AI'] })
  expect(applySiteDefaults([story], { provider: null, ignoredTopics: ['clippings'] })[0]?.topics).toEqual(['AI'])
})
