import type { RelatedReason } from '../../shared/contract/bundle.ts'
import { UNSPACED } from '../../shared/search/normalize-words.ts'
import type { Evidence } from './shared-terms.ts'
import type { Providers } from '../stories/provider-names.ts'
import { providerOf } from '../stories/provider-names.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import type { Term } from './story-terms.ts'

/** Turns what two stories have in common into the reason a person reads. */
export type ToReason = (evidence: Evidence, story: SeedStory) => RelatedReason

/**
 * The strongest reason why a story stands beside another. A topic says more to a person than
 * words, and goes first unless they weigh more than twice as much.
 */
export function reasonTeller(terms: readonly Term[], stories: readonly SeedStory[], providers: Providers): ToReason {
  const known = new Map<number, WrittenWord>()
  const asWritten = (index: number): WrittenWord => {
    let written = known.get(index)
    if (written === undefined) {
      const term = terms[index]
      written = toWritten(term?.kind === 'word' ? spellingIn(stories[term.first], term.word) : '')
      known.set(index, written)
    }
    return written
  }
  return (evidence, story) => {
    const topic = terms[evidence.topic]
    if (topic?.kind === 'topic' && evidence.topicWeight * 2 >= evidence.wordWeight) {
      return { kind: 'topic', topic: topic.topic }
    }
    if (evidence.words.length > 0) return { kind: 'words', words: joinPairs(evidence.words.map(asWritten)) }
    const provider = providerOf(providers, story.provider)
    if (provider !== null && evidence.sameProvider && !evidence.sameDay) return { kind: 'provider', provider }
    return { kind: 'date' }
  }
}

/** A word as a story writes it, and its two characters when it is a pair of a script without spaces. */
interface WrittenWord {
  readonly text: string
  readonly first: string
  readonly second: string
}

function toWritten(text: string): WrittenWord {
  const [first = '', second = ''] = UNSPACED.test(text) ? Array.from(text) : []
  return { text, first, second }
}

/** Pairs of characters that overlap, joined: scripts without spaces are compared by pairs, which nobody reads. */
function joinPairs(words: readonly WrittenWord[]): string[] {
  const joined: string[] = []
  for (const { text, first, second } of words) {
    const before = joined.at(-1)
    if (before !== undefined && second !== '' && before.endsWith(first)) joined[joined.length - 1] = before + second
    else joined.push(text)
  }
  return joined
}

/** A folded word as a story writes it, in running text rather than in a headline's capitals. */
function spellingIn(story: SeedStory | undefined, word: string): string {
  for (const text of [story?.excerpt ?? '', story?.title ?? '']) {
    const at = text.toLowerCase().indexOf(word)
    if (at >= 0) return text.slice(at, at + word.length)
  }
  return word
}
