import { stemmerFor } from '../lib/stemmer.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { memoize } from '../lib/memoize.ts'
import { isCommon, titleWords, wordsOf } from './tokenize.ts'

/** Words of an excerpt that are looked at; what a story is about stands at its beginning. */
const LEAD_WORDS = 60

/** Languages that write every noun with a capital, so that a capital is no sign of a name. */
const CAPITAL_NOUNS = /^(de|lb)\b/

/** The words of one story, as term ids. */
export interface StoryWords {
  /** Words of the title in reading order, common words left out. */
  readonly title: readonly number[]
  /** Further words of the excerpt's beginning, each once. */
  readonly lead: readonly number[]
  /** Those that are names: written with a capital in the middle of a sentence, here or mostly so far. */
  readonly names: ReadonlySet<number>
  /** Those that occur more than once. */
  readonly repeated: ReadonlySet<number>
  /** Names as the story writes them: words with a capital inside a sentence, neighbours together ("San Diego"). */
  readonly nameRuns: readonly string[]
}

const NONE: ReadonlySet<number> = new Set()

/** The words of all stories. Equal term ids are equal stems. */
export interface Vocabulary {
  readonly stories: readonly StoryWords[]
  /** By term id: a word as a story wrote it, folded. */
  readonly words: readonly string[]
}

/** Written with a capital, and no names that tell a subject. */
const CALENDAR = new Set(
  ('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december jan feb mar apr jun jul aug sep sept oct nov dec').split(' '),
)

/** A word is a name if it is so many times more often written as one. */
const MOSTLY = 1.5

/**
 * Splits titles and excerpts into stems. `stories` oldest first: what is a name is learned from the
 * stories so far, and so does not change when newer ones come. `language` is the site's, for stories
 * that name none.
 */
export function toVocabulary(stories: readonly SeedStory[], language: string): Vocabulary {
  const words: string[] = []
  /** By term id, stories that write it as a name and stories that don't. */
  const [asName, otherwise]: [number[], number[]] = [[], []]
  const byStem = new Map<string, number>()
  const termIds = new Map<string, (word: string) => number | null>()

  const termIdsOf = (tag: string) => {
    const stem = stemmerFor(tag)
    const known = new Map<string, number | null>()
    return (word: string): number | null => {
      let id = known.get(word)
      if (id !== undefined) return id
      if (isCommon(word)) id = null
      else {
        const key = stem(word)
        id = byStem.get(key) ?? null
        if (id === null) byStem.set(key, (id = words.push(word) - 1))
      }
      known.set(word, id)
      return id
    }
  }
  const toStoryWords = (story: SeedStory): StoryWords => {
    const tag = story.language ?? language
    let termId = termIds.get(tag)
    if (termId === undefined) termIds.set(tag, (termId = termIdsOf(tag)))
    const title: number[] = []
    const seen = new Set<number>()
    const repeated: number[] = []
    const add = (word: string, to: number[]) => {
      const id = termId(word)
      if (id === null) return
      const isNew = !seen.has(id)
      if (isNew) seen.add(id)
      else repeated.push(id)
      if (isNew || to === title) to.push(id)
    }
    for (const word of titleWords(story.title)) add(word, title)
    const lead: number[] = []
    const excerpt = wordsOf(story.excerpt)
    for (let at = 0; at < Math.min(excerpt.length, LEAD_WORDS); at++) add(excerpt[at] ?? '', lead)
    const names = new Set<number>()
    const runs = nameRuns(story)
    if (!CAPITAL_NOUNS.test(tag)) {
      for (const name of runs.flatMap(foldName)) {
        const id = termId(name)
        if (id !== null && seen.has(id) && !CALENDAR.has(name)) names.add(id)
      }
      for (const id of lead) if (!names.has(id)) otherwise[id] = (otherwise[id] ?? 0) + 1
      for (const id of names) asName[id] = (asName[id] ?? 0) + 1
      for (const id of seen) if ((asName[id] ?? 0) > MOSTLY * (otherwise[id] ?? 0)) names.add(id)
    }
    return { title, lead, names: names.size === 0 ? NONE : names, repeated: repeated.length === 0 ? NONE : new Set(repeated), nameRuns: runs }
  }
  return { stories: stories.map(toStoryWords), words }
}

/** Words with a capital after a small letter, a digit or a comma: inside a sentence. */
const NAMES = /(?<=[\p{Ll}\p{N},)’'] )\p{Lu}[\p{L}\p{N}'’-]*(?: \p{Lu}[\p{L}\p{N}'’-]*)*/gu

/** Folded words of a name. */
export const foldName = memoize(wordsOf)

function nameRuns({ title, excerpt }: SeedStory): string[] {
  return (isSentence(title) ? `${title}. ${excerpt}` : excerpt).match(NAMES) ?? []
}

/** Whether a title is written like a sentence and not with a capital at every word. */
function isSentence(title: string): boolean {
  const long = title.match(/\p{L}{4,}/gu) ?? []
  return long.filter((word) => /^\p{Ll}/u.test(word)).length > long.length * 0.4
}
