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
  /** Words that the story writes with a capital in the middle of a sentence. */
  readonly names: ReadonlySet<number>
}

/** The words of all stories. Equal term ids are equal stems. */
export interface Vocabulary {
  readonly stories: readonly StoryWords[]
  /** By term id: a word as a story wrote it, folded. */
  readonly words: readonly string[]
}

/** Splits titles and excerpts into stems; `language` is the site's, for stories that name none. */
export function toVocabulary(stories: readonly SeedStory[], language: string): Vocabulary {
  const words: string[] = []
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
    for (const word of titleWords(story.title)) {
      const id = termId(word)
      if (id !== null) title.push(id)
    }
    const seen = new Set(title)
    const lead: number[] = []
    const excerpt = wordsOf(story.excerpt)
    for (let at = 0; at < Math.min(excerpt.length, LEAD_WORDS); at++) {
      const id = termId(excerpt[at] ?? '')
      if (id === null || seen.has(id)) continue
      seen.add(id)
      lead.push(id)
    }
    const names = new Set<number>()
    if (!CAPITAL_NOUNS.test(tag)) {
      const text = isSentence(story.title) ? `${story.title}. ${story.excerpt}` : story.excerpt
      for (const name of namesIn(text)) {
        const id = termId(name)
        if (id !== null && seen.has(id)) names.add(id)
      }
    }
    return { title, lead, names }
  }
  return { stories: stories.map(toStoryWords), words }
}

/** Words with a capital after a small letter, a digit or a comma: inside a sentence. */
const NAMES = /(?<=[\p{Ll}\p{N},)’'] )\p{Lu}[\p{L}\p{N}'’-]*(?: \p{Lu}[\p{L}\p{N}'’-]*)*/gu

const foldName = memoize(wordsOf)

/** Folded words with a capital in the middle of a sentence. */
function namesIn(text: string): string[] {
  return (text.match(NAMES) ?? []).flatMap(foldName)
}

/** Whether a title is written like a sentence and not with a capital at every word. */
function isSentence(title: string): boolean {
  const long = title.match(/\p{L}{4,}/gu) ?? []
  return long.filter((word) => /^\p{Ll}/u.test(word)).length > long.length * 0.4
}
