import { once } from '../../lib/once.ts'
import type { SeedStory } from '../../seeds/values/seed-story.ts'
import { primaryLanguage } from '../primary-language.ts'
import { coveragePairs } from './coverage-pairs.ts'
import { compareProfiles, joinProfiles, profileOf, type Comparison, type EventProfile, type Obstacle } from './event.ts'
import { EVENT_WEIGHTS, LARGEST_EVENT, LONGEST_EVENT } from './event-weights.ts'
import { candidateFinder, type Candidate } from './find-candidates.ts'
import { areSerialParts, toSerialTitle, type SerialTitle } from './serial-title.ts'
import { cosineFor, weighWords, type CosineOf, type StoryVector } from './weigh-words.ts'
import { publishedSeconds } from '../story-order.ts'
import type { StoryWords, Vocabulary } from '../story-words.ts'

/** Events of at most so many stories are compared a second time, when all stories are known. */
const SMALL_EVENT = 3

/** In a seed: the story is no event's. */
export const NO_EVENT = 'none'

/** Why two stories or events stay apart. */
export type EventObstacle = Obstacle | 'more than a week apart' | 'another language' | 'parts of a serial' | 'nothing in common' | 'the seed says so'

/** The events of all stories, by position. */
export interface Events {
  /** By story: its whole event, oldest first and itself included; null when it stands alone. */
  readonly groups: readonly (readonly number[] | null)[]
  /** Compares a story with the rest of its event and with others that came near. */
  readonly explain: (position: number) => { readonly event: Comparison<EventObstacle> | null; readonly others: readonly ComparedStoryPair[] }
}

/** A story outside the event that was compared with it. */
export interface ComparedStoryPair extends Comparison<EventObstacle> {
  readonly position: number
}

/**
 * Finds stories that tell one event: their words are so alike, rare ones and names before all, that
 * it is no coincidence, and they do not differ in what keeps stories apart: more than a week between them,
 * other numbers, months or parts of a serial, other names, another language. What a seed says of its event
 * wins. `stories` oldest first, `byId` their positions, `language` the site's.
 *
 * Stories join in their order, and a story meets only those that share a rare word with it: the cost
 * per story does not grow with the folder. An event is compared as a whole, and nine of ten pairs in
 * it must share something, so that a chain of small changes does not join different news.
 */
export function groupEvents(stories: readonly SeedStory[], byId: ReadonlyMap<string, number>, vocabulary: Vocabulary, language: string): Events {
  const seconds = Float64Array.from(stories, publishedSeconds)
  const listed = coveragePairs(stories, byId)
  const areListed = (a: number, b: number) => listed.get(Math.max(a, b))?.has(Math.min(a, b)) === true
  const compared = toCompared(stories, vocabulary, language)
  const cosineOf = cosineFor(vocabulary.words.length)
  const findCandidates = candidateFinder(seconds, LONGEST_EVENT, EVENT_WEIGHTS.candidate)
  /** By story, the others that came near; one that came twice is there twice. */
  const candidates = compared.map((): Candidate[] => [])
  const events: (EventProfile | undefined)[] = []
  const eventOf = (position: number): EventProfile => {
    const { vector, words } = storyAt(compared, position)
    return (events[position] ??= profileOf(position, vector, words))
  }

  const compare = (a: EventProfile, b: EventProfile): Comparison<EventObstacle> => {
    const found = compareProfiles(a, b, () => ({
      listed: somePair(a, b, areListed),
      titlesAlike: somePair(a, b, (one, other) => haveAlikeTitles(storyAt(compared, one), storyAt(compared, other), cosineOf)),
    }))
    if (found.obstacle !== null) return found
    const refused = (obstacle: EventObstacle) => ({ ...found, obstacle })
    if (somePair(a, b, (one, other) => areKeptApart(storyAt(compared, one), storyAt(compared, other)))) return refused('the seed says so')
    const [first, last] = [Math.min(a.members[0] ?? 0, b.members[0] ?? 0), Math.max(a.members.at(-1) ?? 0, b.members.at(-1) ?? 0)]
    if ((seconds[last] ?? 0) - (seconds[first] ?? 0) > LONGEST_EVENT) return refused('more than a week apart')
    const differ = (one: number, other: number) => storyAt(compared, one).language !== storyAt(compared, other).language
    if (somePair(a, b, (one, other) => differ(one, other) && !areListed(one, other))) return refused('another language')
    if (somePair(a, b, (one, other) => areParts(storyAt(compared, one), storyAt(compared, other)))) return refused('parts of a serial')
    let unlike = 0
    somePair(a, b, (one, other) => {
      if (cosineOf(storyAt(compared, one).vector, storyAt(compared, other).vector) < EVENT_WEIGHTS.nothingShared && !areListed(one, other)) unlike++
      return false
    })
    const allowed = (1 - EVENT_WEIGHTS.pairsThatShare) * a.members.length * b.members.length
    return unlike > allowed ? refused('nothing in common') : found
  }
  const join = (a: EventProfile, b: EventProfile) => {
    const joined = joinProfiles(a, b)
    for (const member of joined.members) events[member] = joined
  }
  /** Joins the events that match a story's; with `grownOnly`, those that newer stories have joined since the story's turn. */
  const joinMatches = (position: number, grownOnly: boolean) => {
    const isSingle = (one: number) => (events[one]?.members.length ?? 1) === 1
    const others = new Set<EventProfile>()
    for (const { position: other, cosine } of candidates[position] ?? []) {
      // Two single stories need a higher cosine than a story and an event.
      const isTooLow = cosine < EVENT_WEIGHTS.textsUnderAlikeTitles && isSingle(position) && isSingle(other) && !areListed(position, other)
      const isUnchanged = grownOnly && (isSingle(other) || (events[other]?.members.at(-1) ?? 0) <= position)
      if (!isTooLow && !isUnchanged) others.add(eventOf(other))
    }
    if (others.size === 0) return
    const own = eventOf(position)
    others.delete(own)
    const matches = [...others].flatMap((event) => {
      const { obstacle, cosine, least } = compare(own, event)
      return obstacle === null ? [{ event, score: cosine - least }] : []
    })
    for (const { event } of matches.sort((a, b) => b.score - a.score || (a.event.members[0] ?? 0) - (b.event.members[0] ?? 0))) {
      const grown = eventOf(position)
      if (grown.members.length === 1 || compare(grown, event).obstacle === null) join(grown, event)
    }
  }

  const named = new Map<string, number>()
  for (const [position, { vector, event: name }] of compared.entries()) {
    const found = findCandidates(position, vector)
    for (const other of listed.get(position) ?? []) found.push({ position: other, cosine: cosineOf(vector, storyAt(compared, other).vector) })
    candidates[position] = found
    for (const { position: other, cosine } of found) candidates[other]?.push({ position, cosine })
    const namesake = name === null || name === NO_EVENT ? undefined : named.get(name)
    if (name !== null) named.set(name, position)
    if (namesake !== undefined && eventOf(namesake).members.length < LARGEST_EVENT) join(eventOf(namesake), eventOf(position))
    joinMatches(position, false)
  }
  for (const position of compared.keys()) {
    if ((events[position]?.members.length ?? 1) <= SMALL_EVENT) joinMatches(position, true)
  }
  return {
    groups: compared.map((_, position) => {
      const members = events[position]?.members ?? []
      return members.length > 1 ? members : null
    }),
    explain(position) {
      const { vector, words } = storyAt(compared, position)
      const single = profileOf(position, vector, words)
      const rest = eventOf(position).members.filter((other) => other !== position).map((other) => profileOf(other, storyAt(compared, other).vector, storyAt(compared, other).words))
      const near = (candidates[position] ?? []).toSorted((a, b) => b.cosine - a.cosine).map((candidate) => candidate.position)
      const outside = [...new Set(near)].filter((other) => !eventOf(position).members.includes(other))
      return {
        event: rest.length === 0 ? null : compare(single, rest.reduce(joinProfiles)),
        others: outside.map((other) => ({ position: other, ...compare(eventOf(position), eventOf(other)) })),
      }
    },
  }
}

/** What is compared of a story. */
interface ComparedStory {
  readonly words: StoryWords
  readonly vector: StoryVector
  /** The language of its BCP 47 tag, without region and script. */
  readonly language: string
  readonly source: string | null
  /** The event that its seed names. */
  readonly event: string | null
  /** Read when it is first asked for: most stories never meet one that is alike. */
  readonly serial: () => SerialTitle
  /** Folded words that are names. */
  readonly names: () => ReadonlySet<string>
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
      language: primaryLanguage(tag),
      source: story.provider?.domain ?? null,
      event: story.event,
      serial: once(() => toSerialTitle(story.title, tag)),
      names: once(() => new Set([...words.names].map((term) => vocabulary.words[term] ?? ''))),
    }
  })
}

/** Whether the test holds for a story of one event and a story of the other. */
function somePair(a: EventProfile, b: EventProfile, test: (one: number, other: number) => boolean): boolean {
  for (const one of a.members) for (const other of b.members) if (test(one, other)) return true
  return false
}

function storyAt(stories: readonly ComparedStory[], position: number): ComparedStory {
  const story = stories[position]
  if (story === undefined) throw new RangeError(`There is no story ${position}.`)
  return story
}

/** Whether their seeds keep two stories apart. */
function areKeptApart(a: ComparedStory, b: ComparedStory): boolean {
  if (a.event === NO_EVENT || b.event === NO_EVENT) return true
  return a.event !== null && b.event !== null && a.event !== b.event
}

function areParts(a: ComparedStory, b: ComparedStory): boolean {
  return a.language === b.language && areSerialParts(a.serial(), b.serial(), a.source === b.source, (word) => a.names().has(word) || b.names().has(word))
}

function haveAlikeTitles(a: ComparedStory, b: ComparedStory, cosineOf: CosineOf): boolean {
  return a.source !== b.source && cosineOf(a.vector, b.vector, true) >= EVENT_WEIGHTS.titlesAlike
}
