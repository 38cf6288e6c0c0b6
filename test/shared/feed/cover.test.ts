import { expect, it } from 'vitest'
import { coverStyle } from '../../../src/shared/feed/cover.ts'

it('gives the same style to a topic and provider in any spelling', () => {
  const look = coverStyle({ slug: 'ai', name: 'AI' }, { domain: 'a.example', name: 'A' })
  expect(coverStyle({ slug: 'ai', name: 'A.I.' }, { domain: 'a.example', name: 'The A' })).toEqual(look)
  expect(coverStyle(undefined, null)).toEqual(coverStyle(undefined, null))
})
