import { expect, it } from 'vitest'
import { issuesOf, seedOf, storyOf } from '../../../support/read-one.ts'

it('the event of a seed is a name whose spelling does not matter, or none', async () => {
  expect((await storyOf(seedOf('event: Harbour Bridge'))).event).toBe('harbour-bridge')
  expect((await storyOf(seedOf('event: none'))).event).toBe('none')
  expect((await storyOf(seedOf(''))).event).toBeNull()
})

it('what other tools keep under event is ignored, and a name without letters is reported', async () => {
  expect((await storyOf(seedOf('event:\n  venue: Town hall'))).event).toBeNull()
  expect(await issuesOf(seedOf('event: "!!"'))).toEqual([expect.stringContaining('has no letter or digit and is ignored')])
})
