import { once } from '../../lib/once.ts'
import type { SeedStory } from '../../seeds/values/seed-story.ts'
import { coveragePairs } from './coverage-pairs.ts'
import { fitProfiles, joinProfiles, profileOf } from './event.ts'
import type { EventProfile, Fit } from './event.ts'
import { EVENT_WEIGHTS, LONGEST_EVENT } from './event-weights.ts'
import { candidateFinder } from './find-candidates.ts'
import { areSerialParts, toSerialTitle } from './serial-title.ts'
import type { SerialTitle } from './serial-title.ts'
import { cosineOf, weighWords } from './weigh-words.ts'
import type { StoryVector } from './weigh-words.ts'
import { publishedSeconds } from '../story-order.ts'
import type { StoryWords, Vocabulary } from '../story-words.ts'

/** Events of at most so many stories are offered to others once more, when all stories are known. */
const OFFERED_AGAIN = 3

/**
 * Finds stories that tell one event: their words are so alike, rare ones and names before all, that
 * chance does not explain it, and nothing speaks against it: more than a week between them, other
 * numbers, months or parts of a serial, other names, another language. `stories` oldest first,
 * `byId` their positions, `language` the site's. Returns, for each story, the positions of its whole
 * event, oldest first and itself included, or null when it stands alone.
 *
 * Stories join in their order, and a story meets only those that share a rare word with it: the cost
 * per story does not grow with the folder. An event is compared as a whole, and nine of ten pairs in
 * it must share something: a chain of small changes can't tie different news together.
 */
export function groupEvents(
  stories: readonly SeedStory[],
  byId: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
  language: string,
): readonly (readonly number[] | null)[] {
  const seconds = Float64Array.from(stories, publishedSeconds)
  const listed = coveragePairs(stories, byId)
  const areListed = (a: number, b: number) => listed.get(Math.max(a, b))?.has(Math.min(a, b)) === true
  const compared = toCompared(stories, vocabulary, language)
  const findCandidates = candidateFinder(seconds, LONGEST_EVENT, EVENT_WEIGHTS.candidate)
  const candidates = compared.map((): number[] => [])
  const events: (EventProfile | undefined)[] = []
  const eventOf = (position: number): EventProfile => {
    const { vector, words } = storyAt(compared, position)
    return (events[position] ??= profileOf(position, vector, words))
  }

  const fit = (a: EventProfile, b: EventProfile): Fit | null => {
    const [first, last] = [Math.min(a.members[0] ?? 0, b.members[0] ?? 0), Math.max(a.members.at(-1) ?? 0, b.members.at(-1) ?? 0)]
    if ((seconds[last] ?? 0) - (seconds[first] ?? 0) > LONGEST_EVENT) return null
    const pairs = a.members.flatMap((one) => b.members.map((other) => [one, other] as const))
    const found = fitProfiles(a, b, () => ({
      listed: pairs.some(([one, other]) => areListed(one, other)),
      titlesAlike: pairs.some(([one, other]) => haveAlikeTitles(storyAt(compared, one), storyAt(compared, other))),
    }))
    if (found === null) return null
    if (pairs.some(([one, other]) => areApart(storyAt(compared, one), storyAt(compared, other), areListed(one, other)))) return null
    const sharing = pairs.filter(([one, other]) => shareSomething(storyAt(compared, one), storyAt(compared, other)) || areListed(one, other))
    return sharing.length >= EVENT_WEIGHTS.pairsThatShare * pairs.length ? found : null
  }
  const joinBest = (position: number) => {
    const others = new Set((candidates[position] ?? []).map(eventOf))
    others.delete(eventOf(position))
    const fitting = [...others].flatMap((event) => {
      const found = fit(eventOf(position), event)
      return found === null ? [] : [{ event, score: found.score }]
    })
    for (const { event } of fitting.sort((a, b) => b.score - a.score || (a.event.members[0] ?? 0) - (b.event.members[0] ?? 0))) {
      const own = eventOf(position)
      if (own.members.length > 1 && fit(own, event) === null) continue
      const joined = joinProfiles(own, event)
      for (const member of joined.members) events[member] = joined
    }
  }

  for (const [position, { vector }] of compared.entries()) {
    const found = new Set([...findCandidates(position, vector), ...(listed.get(position) ?? [])])
    for (const other of found) {
      candidates[position]?.push(other)
      candidates[other]?.push(position)
    }
    if (found.size > 0) joinBest(position)
  }
  for (const [position, others] of candidates.entries()) {
    if (others.length > 0 && eventOf(position).members.length <= OFFERED_AGAIN) joinBest(position)
  }
  return compared.map((_, position) => {
    const members = events[position]?.members ?? []
    return members.length > 1 ? members : null
  })
}

/** What is compared of a story. */
interface ComparedStory {
  readonly words: StoryWords
  readonly vector: StoryVector
  /** The language of its BCP 47 tag, without region and script. */
  readonly language: string
  readonly source: string | null
  /** Read when it is first asked for: most stories never meet one that is alike. */
  readonly serial: () => SerialTitle
  readonly isName: (word: string) => boolean
}

function toCompared(stories: readonly SeedStory[], vocabulary: Vocabulary, siteLanguage: string): ComparedStory[] {
  return weighWords(vocabulary).map((vector, position) => {
    const words = vocabulary.stories[position]
    const story = stories[position]
    if (words === undefined || story === undefined) throw new RangeError(`There is no story ${position}.`)
    const tag = story.language ?? siteLanguage
    return {
      words,
      vector,
      language: tag.split('-')[0]?.toLowerCase() ?? '',
      source: story.provider?.domain ?? null,
      serial: once(() => toSerialTitle(story.title, tag)),
      isName: (word) => [...words.names].some((term) => vocabulary.words[term] === word),
    }
  })
}

function storyAt(stories: readonly ComparedStory[], position: number): ComparedStory {
  const story = stories[position]
  if (story === undefined) throw new RangeError(`There is no story ${position}.`)
  return story
}

/** Whether something speaks against two stories telling one event, however alike they are. */
function areApart(a: ComparedStory, b: ComparedStory, areListed: boolean): boolean {
  if (a.language !== b.language) return !areListed
  return areSerialParts(a.serial(), b.serial(), a.source === b.source, (word) => a.isName(word) || b.isName(word))
}

function haveAlikeTitles(a: ComparedStory, b: ComparedStory): boolean {
  return a.source !== b.source && cosineOf(a.vector, b.vector, true) >= EVENT_WEIGHTS.titlesAlike
}

function shareSomething(a: ComparedStory, b: ComparedStory): boolean {
  return cosineOf(a.vector, b.vector) >= EVENT_WEIGHTS.nothingShared
}
