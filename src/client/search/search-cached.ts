import type { StorySummary } from '../../shared/contract/bundle.ts'
import { compareStories } from '../../shared/contract/compare-stories.ts'
import { storyKey } from '../../shared/contract/story-key.ts'
import { toTopicSlug } from '../../shared/contract/slug.ts'
import { sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { CachedSearchResult } from '../../shared/search/search.ts'
import { foldWords } from '../../shared/search/normalize-words.ts'
import { parseQuery, segmentations, type QueryTerm } from '../../shared/search/parse-query.ts'
import type { Stem } from '../../shared/search/stemmer-names.ts'

/** Searches stories by scanning each of them; see `SearchEngine.searchCached`. */
export function searchCachedStories(stories: readonly StorySummary[], filter: FeedFilter, stem: Stem): CachedSearchResult {
  const query = parseQuery(filter.words)
  const folded = new Map<StorySummary, string[][]>()
  // Each story's texts are folded once, and only if the query has words.
  const wordsOf = (story: StorySummary): string[][] => {
    const words = folded.get(story) ?? textsOf(story).map(foldWords)
    folded.set(story, words)
    return words
  }
  const matches = (story: StorySummary, term: QueryTerm) => wordsOf(story).some((words) => matchesTerm(words, term, stem))
  const matchAny = (terms: readonly QueryTerm[]) => stories.some((story) => terms.every((term) => matches(story, term)))
  const required = query.required.flatMap((term) => {
    if (term.kind !== 'unspaced') return term
    const all = segmentations(term.words)
    return all.find(matchAny) ?? all[0] ?? []
  })
  const isMuted = (story: StorySummary) => filter.library?.mutedWords.some((word) => matches(story, { kind: 'phrase', words: foldWords(word) })) === true
  const found = stories.filter((story) => passesFacets(story, filter) && !isMuted(story) && required.every((term) => matches(story, term)) && !query.excluded.some((term) => matches(story, term)))
  const sort = sortOf(filter)
  found.sort((a, b) => (sort === 'heat' || sort === 'quality' ? b[sort] - a[sort] : 0) || compareStories(b, a))
  const highlights = { words: required.flatMap(({ words }) => words), prefixes: required.flatMap(({ kind, words }) => (kind === 'prefix' ? words : [])) }
  return { stories: found, highlights }
}

function passesFacets({ id, topics, provider, authors, type, published, heat }: StorySummary, filter: FeedFilter): boolean {
  const carries = (slug: string) => topics.some((topic) => topic.slug === slug)
  return (
    filter.topics.every(carries) &&
    !filter.not.some(carries) &&
    (filter.any.length === 0 || filter.any.some(carries) || (provider !== null && filter.any.includes(provider.domain))) &&
    filter.library?.read?.includes(storyKey(id) ?? -1) !== true &&
    filter.library?.mutedTopics.some(carries) !== true &&
    (provider === null || filter.library?.mutedProviders.includes(provider.domain) !== true) &&
    (filter.providers.length === 0 || (provider !== null && filter.providers.includes(provider.domain))) &&
    (filter.authors.length === 0 || authors.some((name) => filter.authors.includes(toTopicSlug(name)))) &&
    (filter.type === null || filter.type === type) &&
    (filter.after === null || published.slice(0, filter.after.length) >= filter.after) &&
    (filter.before === null || published.slice(0, filter.before.length) <= filter.before) &&
    (filter.minHeat === null || heat >= filter.minHeat)
  )
}

function textsOf({ title, excerpt, topics, provider, authors, coveredElsewhere }: StorySummary): string[] {
  const names = provider === null ? [] : [provider.name, provider.domain]
  const coverage = coveredElsewhere.flatMap((other) => [other.title, other.provider?.name ?? ''])
  return [title, excerpt, ...names, ...authors, ...topics.map(({ name }) => name), ...coverage]
}

function matchesTerm(words: readonly string[], { kind, words: termWords }: QueryTerm, stem: Stem): boolean {
  if (kind === 'phrase') return words.some((_, at) => termWords.every((word, index) => words[at + index] === word))
  const [only = ''] = termWords
  const stemmed = stem(only)
  return words.some((word) => stem(word) === stemmed || (kind === 'prefix' && word.startsWith(only)))
}
