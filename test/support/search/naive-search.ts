import { stemmerFor } from '../../../src/node/lib/stemmer.ts'
import type { IndexedStory } from '../../../src/node/search/indexed-story.ts'
import { COUNTED_FACETS, type FacetCount, type FacetCounts, type FacetKind } from '../../../src/shared/search/search.ts'
import { storyKey } from '../../../src/shared/contract/story-key.ts'
import { sortOf, type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'
import { inverseDocumentFrequency, matchWeight, orderWeight, TITLE_POSITIONS, titleLengthClass, type MatchForm } from '../../../src/shared/search/ranking.ts'
import { foldText, foldWords } from '../../../src/shared/search/normalize-words.ts'
import { parseQuery, segmentations, type QueryTerm, type ParsedQuery } from '../../../src/shared/search/parse-query.ts'
import { stemmerNameOf, type Stem } from '../../../src/shared/search/stemmer-names.ts'

/** A story's text as folded words, and the number of its field. */
interface Text {
  readonly field: number
  readonly words: readonly string[]
}

/** The stemmers of the stories' languages, besides the site's. */
export function foreignStems(stories: readonly IndexedStory[], language: string): Record<string, Stem> {
  const foreign = new Set(stories.map((story) => story.language ?? language).filter((one) => one !== language && stemmerNameOf(one) !== null))
  return Object.fromEntries([...foreign].map((one) => [one, stemmerFor(one)]))
}

/** A reference implementation of the search: every method scans the texts of every story. */
export class NaiveSearch {
  readonly #stories: readonly IndexedStory[]
  readonly #texts: readonly (readonly Text[])[]
  readonly #stems: readonly Stem[]
  /** The stems of each word in the languages of its stories, and itself if it is a stem in any. */
  readonly #roots = new Map<string, Set<string>>()

  /** Stories oldest first. `stem` is the site's, `others` those of other languages. */
  constructor(stories: readonly IndexedStory[], stem: Stem, others: Readonly<Record<string, Stem>> = {}) {
    this.#stories = stories
    this.#texts = stories.map(textsOf)
    this.#stems = [stem, ...Object.values(others)]
    for (const [at, { language }] of stories.entries()) {
      const own = others[language ?? ''] ?? stem
      for (const word of (this.#texts[at] ?? []).flatMap(({ words }) => words)) {
        const roots = this.#roots.get(word) ?? new Set(this.#stems.some((one) => one(word) === word) ? [word] : [])
        this.#roots.set(word, roots.add(own(word)))
      }
    }
  }

  search(filter: FeedFilter): number[] {
    const positions = this.#matching(filter).reverse()
    const sort = sortOf(filter)
    if (sort === 'latest') return positions
    const scores = sort === 'relevance' ? this.#relevance(filter.words) : this.#stories.map((story) => story[sort])
    return positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  }

  /** How many stories a filter would find in addition if nothing were muted. */
  countHidden(filter: FeedFilter): number {
    return this.#matching(filter, true).length
  }

  countFacets(filter: FeedFilter, heatSteps: readonly number[]): FacetCounts {
    const stories = (other: Partial<FeedFilter>) => this.#matching({ ...filter, ...other }).flatMap((at) => this.#stories[at] ?? [])
    const topics = this.#listFacets(stories({}), topicsOf)
    const providers = this.#listFacets(stories({ providers: [] }), providersOf)
    const authors = this.#listFacets(stories({ authors: [] }), authorsOf)
    const anyType = stories({ type: null })
    const months = new Map<string, number>()
    for (const { published } of stories({ after: null, before: null })) {
      months.set(published.slice(0, 7), (months.get(published.slice(0, 7)) ?? 0) + 1)
    }
    return {
      topics: withChosen(topics, filter.topics, this.#stories.flatMap(topicsOf)),
      providers: withChosen(providers, filter.providers, this.#stories.flatMap(providersOf)),
      authors: withChosen(authors, filter.authors, this.#stories.flatMap(authorsOf)),
      topicCount: topics.length,
      providerCount: providers.length,
      authorCount: authors.length,
      types: { article: anyType.filter(({ type }) => type === 'article').length, video: anyType.filter(({ type }) => type === 'video').length },
      months: [...months],
      heats: heatSteps.map((step) => [step, stories({ minHeat: null }).filter(({ heat }) => heat >= step).length] as const),
    }
  }

  searchFacets(filter: FeedFilter, kind: FacetKind, text: string): FacetCount[] {
    const matching = this.#matching(kind === 'topics' ? filter : { ...filter, [kind]: [] }).flatMap((at) => this.#stories[at] ?? [])
    const contains = ({ key, name }: FacetCount) =>
      foldText(name).includes(foldText(text).trim()) || (kind === 'providers' && key.includes(foldText(text).trim()))
    return this.#listFacets(matching, { topics: topicsOf, providers: providersOf, authors: authorsOf }[kind]).filter(contains).slice(0, COUNTED_FACETS)
  }

  similarTitles(words: readonly string[], limit: number): number[] {
    const scores = this.#stories.map(() => 0)
    for (const word of new Set(words.flatMap(foldWords))) {
      const found = this.#texts.flatMap((texts, at) => (texts.some((text) => text.field === 0 && text.words.includes(word)) ? at : []))
      for (const at of found) scores[at] = (scores[at] ?? 0) + inverseDocumentFrequency(found.length, this.#stories.length)
    }
    const newestFirst = [...scores.keys()].filter((at) => (scores[at] ?? 0) > 0).reverse()
    return newestFirst.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, limit)
  }

  /** Positions, oldest first. */
  #matching(filter: FeedFilter, isMuted = false): number[] {
    const { required, excluded } = this.#parse(filter.words)
    return [...this.#stories.keys()].filter((at) => {
      const [story, texts] = [this.#stories[at], this.#texts[at] ?? []]
      if (story === undefined) return false
      const { topics, provider, authors, type, published, heat } = story
      const carries = (slug: string) => topics.some((topic) => topic.slug === slug)
      return (
        filter.topics.every(carries) &&
        !filter.not.some(carries) &&
        (filter.any.length === 0 || filter.any.some((key) => carries(key) || provider?.domain === key)) &&
        !this.#isRead(story, filter) &&
        this.#isMuted(at, filter) === isMuted &&
        (filter.providers.length === 0 || (provider !== null && filter.providers.includes(provider.domain))) &&
        (filter.authors.length === 0 || authors.some(({ slug }) => filter.authors.includes(slug))) &&
        (filter.type === null || filter.type === type) &&
        (filter.after === null || published.slice(0, filter.after.length) >= filter.after) &&
        (filter.before === null || published.slice(0, filter.before.length) <= filter.before) &&
        (filter.minHeat === null || heat >= filter.minHeat) &&
        required.every((term) => this.#matches(texts, term)) &&
        !excluded.some((term) => this.#matches(texts, term))
      )
    })
  }

  #isRead({ id }: IndexedStory, { library }: FeedFilter): boolean {
    return library?.read?.includes(storyKey(id) ?? -1) === true
  }

  #isMuted(at: number, { library }: FeedFilter): boolean {
    const [story, texts] = [this.#stories[at], this.#texts[at] ?? []]
    if (library === undefined || story === undefined) return false
    const { mutedTopics, mutedProviders, mutedWords } = library
    const isNamed = story.topics.some(({ slug }) => mutedTopics.includes(slug)) || mutedProviders.includes(story.provider?.domain ?? '')
    return isNamed || mutedWords.some((word) => foldWords(word).length > 0 && this.#matches(texts, { kind: 'phrase', words: foldWords(word) }))
  }

  /** A parsed query, with unspaced runs in the segmentation that counts. */
  #parse(words: string): ParsedQuery {
    const { required, excluded } = parseQuery(words)
    const matchAny = (terms: readonly QueryTerm[]) => this.#texts.some((texts) => terms.every((term) => this.#matches(texts, term)))
    const resolve = (term: QueryTerm) => (term.kind === 'unspaced' ? (segmentations(term.words).find(matchAny) ?? segmentations(term.words)[0] ?? []) : [term])
    return { required: required.flatMap(resolve), excluded }
  }

  #isForm(word: string, queried: string): boolean {
    return this.#stems.some((stem) => this.#roots.get(word)?.has(stem(queried)))
  }

  #matches(texts: readonly Text[], term: QueryTerm): boolean {
    return texts.some((text) => this.#isIn(text, term))
  }

  #isIn({ words }: Text, { kind, words: termWords }: QueryTerm): boolean {
    const [first = ''] = termWords
    if (kind === 'phrase') return words.some((_, at) => termWords.every((word, index) => words[at + index] === word))
    return words.some((word) => this.#isForm(word, first) || (kind === 'prefix' && word.startsWith(first)))
  }

  #relevance(words: string): number[] {
    const queried = this.#parse(words).required.flatMap(({ kind, words: termWords }) => termWords.map((word) => ({ kind, word })))
    const ranked = queried.map(({ kind, word }) => {
      const weights = this.#texts.map((texts) => Math.max(0, ...texts.flatMap((text) => this.#weights(text, kind, word))))
      const found = weights.filter((weight) => weight > 0).length
      return { weights, idf: inverseDocumentFrequency(found, weights.length), titlePositions: this.#texts.map(([title]) => title?.words.indexOf(word) ?? -1) }
    })
    return this.#stories.map((_, at) => {
      const scores = ranked.map(({ weights, idf, titlePositions }, index) => {
        const next = ranked[index + 1]
        const [here = -1, there = -1] = [titlePositions[at], next?.titlePositions[at]]
        const order = here >= 0 && there >= 0 ? orderWeight(here % TITLE_POSITIONS, there % TITLE_POSITIONS) : 0
        return (weights[at] ?? 0) * idf + order * Math.min(idf, next?.idf ?? 0)
      })
      return scores.reduce((sum, score) => sum + score, 0)
    })
  }

  /** The weight of each match of a word in a text. */
  #weights({ field, words }: Text, kind: QueryTerm['kind'], queried: string): number[] {
    const formOf = (word: string): MatchForm | null => {
      if (word === queried) return 'exact'
      if (kind === 'phrase') return null
      if (this.#isForm(word, queried)) return 'inflected'
      return kind === 'prefix' && word.startsWith(queried) ? 'prefix' : null
    }
    return words.map(formOf).flatMap((form) => (form === null ? [] : matchWeight(field, form, titleLengthClass(words.length))))
  }

  #listFacets(stories: readonly IndexedStory[], of: (story: IndexedStory) => readonly FacetCount[]): FacetCount[] {
    const counts = new Map<string, FacetCount>()
    for (const { key, name } of stories.flatMap(of)) counts.set(key, { key, name, stories: (counts.get(key)?.stories ?? 0) + 1 })
    return [...counts.values()].sort(compare)
  }
}

function textsOf({ title, topics, provider, authors, excerpt, coverage }: IndexedStory): Text[] {
  const texts: (readonly [number, string])[] = [
    [0, title],
    ...topics.map(({ name }) => [1, name] as const),
    ...(provider === null ? [] : [[2, provider.name] as const, [2, provider.domain] as const]),
    ...authors.map(({ name }) => [2, name] as const),
    [3, excerpt],
    ...coverage.flatMap((entry) => [[4, entry.title] as const, [4, entry.provider?.name ?? ''] as const]),
  ]
  return texts.map(([field, text]) => ({ field, words: foldWords(text) }))
}

function topicsOf({ topics }: IndexedStory): FacetCount[] {
  return topics.map(({ slug, name }) => ({ key: slug, name, stories: 0 }))
}

function authorsOf({ authors }: IndexedStory): FacetCount[] {
  return authors.map(({ slug, name }) => ({ key: slug, name, stories: 0 }))
}

function providersOf({ provider }: IndexedStory): FacetCount[] {
  return provider === null ? [] : [{ key: provider.domain, name: provider.name, stories: 0 }]
}

function withChosen(counts: readonly FacetCount[], chosen: readonly string[], known: readonly FacetCount[]): FacetCount[] {
  const listed = counts.slice(0, COUNTED_FACETS)
  for (const key of chosen) {
    if (listed.some((count) => count.key === key)) continue
    const name = known.find((facet) => facet.key === key)?.name ?? key
    listed.push(counts.find((count) => count.key === key) ?? { key, name, stories: 0 })
  }
  return listed.sort(compare)
}

function compare(a: FacetCount, b: FacetCount): number {
  return b.stories - a.stories || (a.key < b.key ? -1 : 1)
}
