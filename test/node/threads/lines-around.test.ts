import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findThreads, linesAround } from '../../../src/node/threads/find-threads.ts'
import { after, makeStory } from '../../support/make-story.ts'

const STORIES = 40

/** A thread of all stories, each of which lists the one before; `eventOf` names the event of each. */
function threadOf(eventOf: readonly number[]) {
  const stories = eventOf.map((_, at) => makeStory(`s${at}`, { published: after(at * 48) }))
  const events = eventOf.map((event) => {
    const members = [...eventOf.keys()].filter((other) => eventOf[other] === event)
    return members.length > 1 ? members : null
  })
  const shared = () => [{ id: 0, weight: 100, share: 0 }]
  const neighbours = { older: (position: number) => (position === 0 ? [] : [{ position: position - 1, score: 9 }]), shared }
  const coverage = { lists: () => [], listedBy: () => [] }
  const [thread] = findThreads({ stories, events, coverage, neighbours, features: [{ kind: 'phrase' as const, terms: [0, 1] as const }] })
  return { thread, events }
}

test('around a story stand the first of its thread and four before and after, one of each event', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(25), { minLength: STORIES, maxLength: STORIES }), fc.nat(STORIES - 1), (eventOf, position) => {
      const { thread, events } = threadOf(eventOf)
      if (thread === undefined) throw new Error('The stories are no thread.')
      const lines = thread.stories.filter((one, at) => one === position || (eventOf[one] !== eventOf[position] && thread.stories.findIndex((other) => eventOf[other] === eventOf[one]) === at))
      const at = lines.indexOf(position)
      expect(linesAround(thread, position, events)).toEqual(lines.filter((_, line) => line === 0 || Math.abs(line - at) <= 4))
    }),
  )
})
