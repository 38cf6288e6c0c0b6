import type { StoryImage } from '../../shared/contract/bundle.ts'
import type { SeedProvider, SeedStory } from '../seeds/values/seed-story.ts'
import { isNumber, titleWords } from './tokenize.ts'

/** An image on this many different stories of one provider is a logo, not a photograph. */
const PLACEHOLDER_STORIES = 3

/** An image smaller than this both ways is an icon; in pixels. */
const MIN_IMAGE_SIZE = 100

/** Whether an image on a story or coverage entry of this provider is neither logo, placeholder nor icon. */
export type IsRealPicture = (provider: SeedProvider | null, image: StoryImage) => boolean

/** Most uses of an image that are compared; more would rarely change the result. */
const MAX_USES = 24

/**
 * Finds logos and placeholders: the same image on several stories of one provider. Stories of one event
 * (`events`, from `groupEvents`) count once.
 */
export function findPlaceholderImages(
  stories: readonly SeedStory[],
  events: readonly (readonly number[] | null)[],
): IsRealPicture {
  const uses = new Map<string, ImageUses>()
  const count = (image: StoryImage | null) => {
    if (image === null) return
    const known = uses.get(image.url)
    if (known === undefined) uses.set(image.url, { count: 1, titles: null })
    else known.count++
  }
  for (const { images, coverage } of stories) {
    for (const image of images) count(image)
    for (const { image } of coverage) count(image)
  }
  const addUse = (provider: SeedProvider | null, image: StoryImage | null, address: string, title: string) => {
    const known = provider === null || image === null ? undefined : uses.get(image.url)
    // Most images are used once or twice.
    if (provider === null || known === undefined || known.count < PLACEHOLDER_STORIES) return
    known.titles ??= new Map<string, Map<string, string>>()
    let titles = known.titles.get(provider.domain)
    if (titles === undefined) known.titles.set(provider.domain, (titles = new Map<string, string>()))
    if (titles.size < MAX_USES && !titles.has(address)) titles.set(address, title)
  }
  for (const [position, story] of stories.entries()) {
    const lead = stories[events[position]?.[0] ?? position] ?? story
    for (const image of story.images) addUse(story.provider, image, story.url ?? story.id, lead.title)
  }
  for (const { coverage } of stories) {
    for (const entry of coverage) addUse(entry.provider, entry.image, entry.url, entry.title)
  }
  for (const { titles } of uses.values()) {
    for (const [domain, ownTitles] of titles ?? []) {
      if (ownTitles.size < PLACEHOLDER_STORIES || !areDifferent(ownTitles.values())) titles?.delete(domain)
    }
  }
  return (provider, image) =>
    !isIcon(image) && (provider === null || uses.get(image.url)?.titles?.has(provider.domain) !== true)
}

interface ImageUses {
  /** Number of uses by all providers. */
  count: number
  /** Titles of the stories that use it, by provider and by the story's address; in the end only of providers whose placeholder it is. */
  titles: Map<string, Map<string, string>> | null
}

/** Share of words in common (Dice's coefficient) from which on two titles are nearly equal. */
const NEARLY_EQUAL = 0.75

/** Whether the titles belong to enough different stories. */
function areDifferent(titles: Iterable<string>): boolean {
  const different: ReadonlySet<string>[] = []
  for (const title of new Set(titles)) {
    const words = new Set(titleWords(title))
    if (!different.some((other) => areNearlyEqual(other, words))) different.push(words)
    if (different.length >= PLACEHOLDER_STORIES) return true
  }
  return false
}

/** Whether two titles, as folded words, are nearly the same: one may add a few words, but no other number. */
function areNearlyEqual(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const own = [...first].filter((word) => !second.has(word))
  const common = first.size - own.length
  if (common === 0) return false
  if (own.some(isNumber) && [...second].some((word) => isNumber(word) && !first.has(word))) return false
  const [smaller, larger] = [Math.min(first.size, second.size), Math.max(first.size, second.size)]
  if (common === smaller && smaller >= 4 && smaller * 2 >= larger) return true
  return (2 * common) / (first.size + second.size) >= NEARLY_EQUAL
}

function isIcon({ width, height }: StoryImage): boolean {
  return width !== null && height !== null && width < MIN_IMAGE_SIZE && height < MIN_IMAGE_SIZE
}
