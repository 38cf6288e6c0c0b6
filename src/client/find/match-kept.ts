import type { StorySummary } from '../../shared/bundle.ts'
import { compareStories } from '../../shared/compare-stories.ts'
import { sortOf, type FeedFilter } from '../../shared/feed-filter.ts'
import { foldWords } from '../../shared/fold-words.ts'
import { parseSought, type Sought } from '../../shared/sought-words.ts'
import type { Stem } from '../../shared/stemmer-names.ts'

/** Finds stories by a look at each; see `Find.findKept`. */
export function matchKept(stories: readonly StorySummary[], filter: FeedFilter, stem: Stem): StorySummary[] {
  const { wanted, unwanted } = parseSought(filter.words)
  const found = stories.filter((story) => {
    if (!fits(story, filter)) return false
    const texts = textsOf(story).map(foldWords)
    const holds = (sought: Sought) => texts.some((words) => isIn(words, sought, stem))
    return wanted.every(holds) && !unwanted.some(holds)
  })
  const sort = sortOf(filter)
  return found.sort((a, b) => (sort === 'heat' || sort === 'quality' ? b[sort] - a[sort] : 0) || compareStories(b, a))
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
  return words.some((word) => stem(word) === stem(sought[0]) || (kind === 'prefix' && word.startsWith(sought[0])))
}
