import type { StorySummary } from '../../shared/contract/bundle.ts'
import { compareStories } from '../../shared/contract/compare-stories.ts'
import { sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { KeptAnswer } from '../../shared/search/search.ts'
import { foldWords } from '../../shared/search/normalize-words.ts'
import { parseSought, readings, type Sought } from '../../shared/search/parse-query.ts'
import type { Stem } from '../../shared/search/stemmer-names.ts'

/** Finds stories by a look at each; see `Find.findKept`. */
export function matchKept(stories: readonly StorySummary[], filter: FeedFilter, stem: Stem): KeptAnswer {
  const sought = parseSought(filter.words)
  const folded = new Map<StorySummary, string[][]>()
  // Each story's texts once, and only where something is sought in them.
  const wordsOf = (story: StorySummary): string[][] => {
    const words = folded.get(story) ?? textsOf(story).map(foldWords)
    folded.set(story, words)
    return words
  }
  const holds = (story: StorySummary, one: Sought) => wordsOf(story).some((words) => isIn(words, one, stem))
  const findsAny = (reading: readonly Sought[]) => stories.some((story) => reading.every((one) => holds(story, one)))
  const wanted = sought.wanted.flatMap((one) => {
    if (one.kind !== 'stretch') return one
    const all = readings(one.words)
    return all.find(findsAny) ?? all[0] ?? []
  })
  const found = stories.filter((story) => fits(story, filter) && wanted.every((one) => holds(story, one)) && !sought.unwanted.some((one) => holds(story, one)))
  const sort = sortOf(filter)
  found.sort((a, b) => (sort === 'heat' || sort === 'quality' ? b[sort] - a[sort] : 0) || compareStories(b, a))
  const marks = { words: wanted.flatMap(({ words }) => words), prefixes: wanted.flatMap(({ kind, words }) => (kind === 'prefix' ? words : [])) }
  return { stories: found, marks }
}

function fits({ topics, provider, type, published, heat }: StorySummary, filter: FeedFilter): boolean {
  const carries = (slug: string) => topics.some((topic) => topic.slug === slug)
  return (
    filter.topics.every(carries) &&
    !filter.not.some(carries) &&
    (filter.providers.length === 0 || (provider !== null && filter.providers.includes(provider.domain))) &&
    (filter.type === null || filter.type === type) &&
    (filter.after === null || published.slice(0, filter.after.length) >= filter.after) &&
    (filter.before === null || published.slice(0, filter.before.length) <= filter.before) &&
    (filter.minHeat === null || heat >= filter.minHeat)
  )
}

function textsOf({ title, excerpt, topics, provider, coveredElsewhere }: StorySummary): string[] {
  const names = provider === null ? [] : [provider.name, provider.domain]
  const coverage = coveredElsewhere.flatMap((other) => [other.title, other.provider?.name ?? ''])
  return [title, excerpt, ...names, ...topics.map(({ name }) => name), ...coverage]
}

function isIn(words: readonly string[], { kind, words: sought }: Sought, stem: Stem): boolean {
  if (kind === 'phrase') return words.some((_, at) => sought.every((word, index) => words[at + index] === word))
  const [only = ''] = sought
  const stemmed = stem(only)
  return words.some((word) => stem(word) === stemmed || (kind === 'prefix' && word.startsWith(only)))
}
