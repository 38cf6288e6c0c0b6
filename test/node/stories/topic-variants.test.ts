import { expect, test } from 'vitest'
import { formatTopicVariants } from '../../../src/node/build/describe-traits.ts'
import { findTopicVariants } from '../../../src/node/stories/topic-variants.ts'
import { resolveTopics } from '../../../src/node/stories/topics-and-counts.ts'
import { makeStory } from '../../support/make-story.ts'

const storiesOn = (...topics: string[]) => topics.map((topic, at) => makeStory(String(at), { topics: [topic] }))
const slugsOf = (...topics: string[]) => resolveTopics(storiesOn(...topics)).flatMap((own) => own.map(({ slug }) => slug))

test('case, hyphens and the plural make no topic of their own', () => {
  expect(slugsOf('Chatbots', 'chatbot', 'Chatbots', 'Chat-bots')).toEqual(['chatbots', 'chatbots', 'chatbots', 'chatbots'])
  expect(slugsOf('Technologies', 'Technology', 'technology')).toEqual(['technology', 'technology', 'technology'])
})

test.each([['iOS', 'IO'], ['News', 'New'], ['Physics', 'Physic'], ['GPT 4.5', 'GPT 45'], ['C', 'C++'], ['Model S', 'Models'], ['CSS', 'CS']])('%s and %s are two topics', (one, other) => {
  expect(new Set(slugsOf(one, other)).size).toBe(2)
})

test('the build names the spellings that became one topic', () => {
  expect(formatTopicVariants(findTopicVariants(storiesOn('Robots', 'robot', 'Robots')))).toBe('1 topic is spelled in several ways and shown as one: "Robots" (also "robot")')
  expect(formatTopicVariants(findTopicVariants(storiesOn('Robots', 'Law')))).toBeNull()
})
