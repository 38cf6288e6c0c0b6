import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyIdOf, toSlug, toStorySlug } from '../../../src/shared/contract/slug.ts'

test.each([
  ['AI Hardware', 'ai-hardware'],
  ['Émile’s Café', 'emiles-cafe'],
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['R&D', 'r-and-d'],
  ['人工知能', '人工知能'],
  ['الذكاء الاصطناعي', 'الذكاء-الاصطناعي'],
  ['ガンダム', 'ガンダム'],
  ['🔥', ''],
  ['../../etc/passwd', 'etc-passwd'],
])('the slug of %s is %s', (text, slug) => {
  expect(toSlug(text)).toBe(slug)
})

test('a long title is cut between words', () => {
  expect(toSlug('Microsoft builds a huge cloud-based supercomputer for the people of OpenAI')).toBe(
    'microsoft-builds-a-huge-cloud-based-supercomputer-for-the',
  )
})

test('a story slug ends with the id that finds it, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.stringMatching(/^[0-9a-z]{10}$/), (title, id) => {
      expect(storyIdOf(toStorySlug(title, id))).toBe(id)
    }),
  )
})

test('no text becomes a slug that leaves its folder or breaks an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(toSlug(text)).not.toMatch(/[/\\.%?#:\s]/)
      expect(() => encodeURIComponent(toSlug(text))).not.toThrow()
    }),
  )
})
