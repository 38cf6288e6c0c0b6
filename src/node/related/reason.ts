import type { RelatedReason } from '../../shared/contract/bundle.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { foldName } from '../stories/story-words.ts'
import type { SharedFeature } from './rank-neighbours.ts'
import type { Feature } from './story-features.ts'

/** A topic on more of the stories than this is no reason. */
const RARE_TOPIC = 0.1

/** A feature in more of the stories than this is never a reason. */
export const RARE = RARE_TOPIC

/** A name in more of the stories than this is no reason. */
const RARE_NAME = 0.05

/** A story with the names that it writes. */
interface NamedStory {
  readonly story: SeedStory
  readonly names: readonly string[]
}

/**
 * Why two stories are related, where a few words can say it: a rare topic, or a rare name that both
 * write. `shared` weightiest first, none above `RARE`, `words` by term id.
 */
export function reasonOf(
  shared: readonly SharedFeature[],
  features: readonly Feature[],
  words: readonly string[],
  story: NamedStory,
  other: NamedStory,
): RelatedReason {
  const rareWords = new Map<string, number>()
  for (const { id, share, weight } of shared) {
    const feature = features[id]
    if (feature?.kind === 'topic') return { kind: 'topic', topic: feature.topic }
    if (feature?.kind === 'word' && share <= RARE_NAME) rareWords.set(words[feature.term] ?? '', weight)
  }
  if (rareWords.size === 0) return { kind: 'none' }
  let [best, bestWeight] = ['', 0]
  const consider = ({ names }: NamedStory, second: SeedStory) => {
    for (const name of names) {
      let weight = 0
      for (const word of foldName(name)) weight += rareWords.get(word) ?? 0
      if (weight > bestWeight && writes(second, name)) [best, bestWeight] = [name, weight]
    }
  }
  consider(story, other.story)
  consider(other, story.story)
  return best === '' ? { kind: 'none' } : { kind: 'words', words: [best] }
}

/** Whether a story has a name as whole words. */
function writes({ title, excerpt }: SeedStory, name: string): boolean {
  const text = `${title}\n${excerpt}`
  const at = text.indexOf(name)
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')
}
