import type { StoryImage } from '../shared/bundle.ts'
import type { SeedProvider, SeedStory } from './seed-story.ts'
import { nearlyEqual } from './events.ts'
import { wordsOf } from './words.ts'

/** So many different stories of one provider under one picture: it is a logo, not a photograph. */
const PLACEHOLDER_STORIES = 3

/** Pixels; a picture smaller than this both ways is an icon. */
const SMALLEST_PICTURE = 100

/** Whether a picture shows anything, on a story or coverage entry of this provider. */
export type ShowsSomething = (provider: SeedProvider | null, image: StoryImage) => boolean

/** Uses of one picture that are looked at; more can't change the answer by much. */
const USES = 24

/**
 * Learns which pictures are logos and placeholders: the same picture on several stories of one
 * provider, retellings of one event (`events`, from `groupEvents`) counted once.
 */
export function findPlaceholders(
  stories: readonly SeedStory[],
  events: readonly (readonly number[] | null)[],
): ShowsSomething {
  /** Titles under each picture, by the address of the story that shows it. */
  const uses = new Map<string, Map<string, string>>()
  const use = (provider: SeedProvider | null, image: StoryImage | null, address: string, title: string) => {
    if (provider === null || image === null) return
    const key = keyOf(provider, image)
    let titles = uses.get(key)
    if (titles === undefined) uses.set(key, (titles = new Map<string, string>()))
    if (titles.size < USES && !titles.has(address)) titles.set(address, title)
  }
  stories.forEach((story, position) => {
    const lead = stories[events[position]?.[0] ?? position] ?? story
    for (const image of story.images) use(story.provider, image, story.url ?? story.id, lead.title)
  })
  for (const { coverage } of stories) {
    for (const entry of coverage) use(entry.provider, entry.image, entry.url, entry.title)
  }
  const placeholders = new Set<string>()
  for (const [key, titles] of uses) {
    if (titles.size >= PLACEHOLDER_STORIES && areDifferent([...titles.values()])) placeholders.add(key)
  }
  return (provider, image) =>
    !isIcon(image) && (provider === null || !placeholders.has(keyOf(provider, image)))
}

/** Whether enough of these titles tell different stories. */
function areDifferent(titles: readonly string[]): boolean {
  const different: string[][] = []
  for (const title of new Set(titles)) {
    const words = wordsOf(title)
    if (!different.some((other) => nearlyEqual(other, words))) different.push(words)
    if (different.length >= PLACEHOLDER_STORIES) return true
  }
  return false
}

function isIcon({ width, height }: StoryImage): boolean {
  return width !== null && height !== null && width < SMALLEST_PICTURE && height < SMALLEST_PICTURE
}

function keyOf(provider: SeedProvider, image: StoryImage): string {
  return `${provider.domain} ${image.url}`
}
