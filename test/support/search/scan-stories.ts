import type { FindStory } from '../../../src/node/search/indexed-story.ts'
import { COUNTED_FACETS, type FacetCount, type FacetCounts } from '../../../src/shared/search/search.ts'
import { sortOf, type FeedFilter } from '../../../src/shared/filter/feed-filter.ts'
import { FIELD_WEIGHTS, rarityOf } from '../../../src/shared/search/ranking.ts'
import { foldText, foldWords } from '../../../src/shared/search/normalize-words.ts'
import { parseSought, readings, type Sought, type SoughtWords } from '../../../src/shared/search/parse-query.ts'
import type { Stem } from '../../../src/shared/search/stemmer-names.ts'

/** A story's text as folded words, and the number of its field. */
interface Text {
  readonly field: number
  readonly words: readonly string[]
}

/** The truth about finding: every question answered by a look at every story's texts. */
export class StoryScan {
  readonly #stories: readonly FindStory[]
  readonly #texts: readonly (readonly Text[])[]
  readonly #stem: Stem

  /** Stories oldest first. */
  constructor(stories: readonly FindStory[], stem: Stem) {
    this.#stories = stories
    this.#texts = stories.map(textsOf)
    this.#stem = stem
  }

  find(filter: FeedFilter): number[] {
    const positions = this.#fitting(filter).reverse()
    const sort = sortOf(filter)
    if (sort === 'latest') return positions
    const scores = sort === 'relevance' ? this.#relevance(filter.words) : this.#stories.map((story) => story[sort])
    return positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  }

  count(filter: FeedFilter, heatSteps: readonly number[]): FacetCounts {
    const stories = (other: Partial<FeedFilter>) => this.#fitting({ ...filter, ...other }).flatMap((at) => this.#stories[at] ?? [])
    const topics = this.#listFacets(stories({}), topicsOf)
    const providers = this.#listFacets(stories({ providers: [] }), providersOf)
    const anyType = stories({ type: null })
    const months = new Map<string, number>()
    for (const { published } of stories({ after: null, before: null })) {
      months.set(published.slice(0, 7), (months.get(published.slice(0, 7)) ?? 0) + 1)
    }
    return {
      topics: withChosen(topics, filter.topics, this.#stories.flatMap(topicsOf)),
      providers: withChosen(providers, filter.providers, this.#stories.flatMap(providersOf)),
      topicCount: topics.length,
      providerCount: providers.length,
      types: { article: anyType.filter(({ type }) => type === 'article').length, video: anyType.filter(({ type }) => type === 'video').length },
      months: [...months],
      heats: heatSteps.map((step) => [step, stories({ minHeat: null }).filter(({ heat }) => heat >= step).length] as const),
    }
  }

  seekFacets(filter: FeedFilter, kind: 'topics' | 'providers', sought: string): FacetCount[] {
    const fitting = this.#fitting(kind === 'topics' ? filter : { ...filter, providers: [] }).flatMap((at) => this.#stories[at] ?? [])
    const holds = ({ key, name }: FacetCount) =>
      foldText(name).includes(foldText(sought).trim()) || (kind === 'providers' && key.includes(foldText(sought).trim()))
    return this.#listFacets(fitting, kind === 'topics' ? topicsOf : providersOf).filter(holds).slice(0, COUNTED_FACETS)
  }

  nearest(words: readonly string[], limit: number): number[] {
    const scores = this.#stories.map(() => 0)
    for (const word of new Set(words.flatMap(foldWords))) {
      const holders = this.#texts.flatMap((texts, at) => (texts.some((text) => text.field === 0 && text.words.includes(word)) ? at : []))
      for (const at of holders) scores[at] = (scores[at] ?? 0) + rarityOf(holders.length, this.#stories.length)
    }
    const found = [...scores.keys()].filter((at) => (scores[at] ?? 0) > 0).reverse()
    return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, limit)
  }

  /** Positions, oldest first. */
  #fitting(filter: FeedFilter): number[] {
    const { wanted, unwanted } = this.#read(filter.words)
    return [...this.#stories.keys()].filter((at) => {
      const [story, texts] = [this.#stories[at], this.#texts[at] ?? []]
      if (story === undefined) return false
      const { topics, provider, type, published, heat } = story
      const carries = (slug: string) => topics.some((topic) => topic.slug === slug)
      return (
        filter.topics.every(carries) &&
        !filter.not.some(carries) &&
        (filter.providers.length === 0 || (provider !== null && filter.providers.includes(provider.domain))) &&
        (filter.type === null || filter.type === type) &&
        (filter.after === null || published.slice(0, filter.after.length) >= filter.after) &&
        (filter.before === null || published.slice(0, filter.before.length) <= filter.before) &&
        (filter.minHeat === null || heat >= filter.minHeat) &&
        wanted.every((sought) => this.#isIn(texts, sought)) &&
        !unwanted.some((sought) => this.#isIn(texts, sought))
      )
    })
  }

  /** What a search box's text asks for, stretches in the reading that counts. */
  #read(words: string): SoughtWords {
    const { wanted, unwanted } = parseSought(words)
    const findsAny = (reading: readonly Sought[]) => this.#texts.some((texts) => reading.every((sought) => this.#isIn(texts, sought)))
    const read = (sought: Sought) => (sought.kind === 'stretch' ? (readings(sought.words).find(findsAny) ?? readings(sought.words)[0] ?? []) : [sought])
    return { wanted: wanted.flatMap(read), unwanted }
  }

  #isIn(texts: readonly Text[], sought: Sought): boolean {
    return texts.some((text) => this.#holds(text, sought))
  }

  #holds({ words }: Text, { kind, words: sought }: Sought): boolean {
    const [first = ''] = sought
    if (kind === 'phrase') return words.some((_, at) => sought.every((word, index) => words[at + index] === word))
    return words.some((word) => this.#stem(word) === this.#stem(first) || (kind === 'prefix' && word.startsWith(first)))
  }

  #relevance(words: string): number[] {
    const scores = this.#stories.map(() => 0)
    for (const sought of this.#read(words).wanted) {
      for (const word of sought.words) {
        const single: Sought = sought.kind === 'phrase' ? { kind: 'phrase', words: [word] } : { kind: sought.kind, words: [word] }
        const worths = this.#texts.map((texts) =>
          Math.max(0, ...texts.filter((text) => this.#holds(text, single)).map(({ field }) => FIELD_WEIGHTS[field] ?? 0)),
        )
        const rarity = rarityOf(worths.filter((worth) => worth > 0).length, worths.length)
        worths.forEach((worth, at) => (scores[at] = (scores[at] ?? 0) + worth * rarity))
      }
    }
    return scores
  }

  #listFacets(stories: readonly FindStory[], of: (story: FindStory) => readonly FacetCount[]): FacetCount[] {
    const counts = new Map<string, FacetCount>()
    for (const { key, name } of stories.flatMap(of)) counts.set(key, { key, name, stories: (counts.get(key)?.stories ?? 0) + 1 })
    return [...counts.values()].sort(compare)
  }
}

function textsOf({ title, topics, provider, excerpt, coverage }: FindStory): Text[] {
  const texts: (readonly [number, string])[] = [
    [0, title],
    ...topics.map(({ name }) => [1, name] as const),
    ...(provider === null ? [] : [[2, provider.name] as const, [2, provider.domain] as const]),
    [3, excerpt],
    ...coverage.flatMap((entry) => [[4, entry.title] as const, [4, entry.provider?.name ?? ''] as const]),
  ]
  return texts.map(([field, text]) => ({ field, words: foldWords(text) }))
}

function topicsOf({ topics }: FindStory): FacetCount[] {
  return topics.map(({ slug, name }) => ({ key: slug, name, stories: 0 }))
}

function providersOf({ provider }: FindStory): FacetCount[] {
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
