import type { StoryImage } from '../../shared/contract/bundle.ts'
import type { SeedProvider, SeedStory } from '../seeds/values/seed-story.ts'
import { isNumber, titleWords } from './tokenize.ts'

/** So many different stories of one provider under one picture: it is a logo, not a photograph. */
const PLACEHOLDER_STORIES = 3

/** Pixels; a picture smaller than this both ways is an icon. */
const SMALLEST_PICTURE = 100

/** Whether a picture shows anything, on a story or coverage entry of this provider. */
export type IsRealPicture = (provider: SeedProvider | null, image: StoryImage) => boolean

/** Uses of one picture that are looked at; more can't change the answer by much. */
const USES = 24

/**
 * Learns which pictures are logos and placeholders: the same picture on several stories of one
 * provider, retellings of one event (`events`, from `groupEvents`) counted once.
 */
export function findPlaceholderImages(
  stories: readonly SeedStory[],
  events: readonly (readonly number[] | null)[],
): IsRealPicture {
  const pictures = new Map<string, Picture>()
  const count = (image: StoryImage | null) => {
    if (image === null) return
    const picture = pictures.get(image.url)
    if (picture === undefined) pictures.set(image.url, { shown: 1, titles: null })
    else picture.shown++
  }
  for (const { images, coverage } of stories) {
    for (const image of images) count(image)
    for (const { image } of coverage) count(image)
  }
  const use = (provider: SeedProvider | null, image: StoryImage | null, address: string, title: string) => {
    const picture = provider === null || image === null ? undefined : pictures.get(image.url)
    // Most pictures are shown once or twice, and need no closer look.
    if (provider === null || picture === undefined || picture.shown < PLACEHOLDER_STORIES) return
    picture.titles ??= new Map<string, Map<string, string>>()
    let titles = picture.titles.get(provider.domain)
    if (titles === undefined) picture.titles.set(provider.domain, (titles = new Map<string, string>()))
    if (titles.size < USES && !titles.has(address)) titles.set(address, title)
  }
  for (const [position, story] of stories.entries()) {
    const lead = stories[events[position]?.[0] ?? position] ?? story
    for (const image of story.images) use(story.provider, image, story.url ?? story.id, lead.title)
  }
  for (const { coverage } of stories) {
    for (const entry of coverage) use(entry.provider, entry.image, entry.url, entry.title)
  }
  for (const { titles } of pictures.values()) {
    for (const [domain, told] of titles ?? []) {
      if (told.size < PLACEHOLDER_STORIES || !areDifferent(told.values())) titles?.delete(domain)
    }
  }
  return (provider, image) =>
    !isIcon(image) && (provider === null || pictures.get(image.url)?.titles?.has(provider.domain) !== true)
}

interface Picture {
  /** Times it is shown, by whomever. */
  shown: number
  /** Titles under it by provider, then by the address of the story that shows it; in the end only where it is a placeholder. */
  titles: Map<string, Map<string, string>> | null
}

/** Share of words two titles have in common (Dice: twice the common ones over all) from which on they are nearly equal. */
const NEARLY_EQUAL = 0.75

/** Whether enough of these titles tell different stories. */
function areDifferent(titles: Iterable<string>): boolean {
  const different: ReadonlySet<string>[] = []
  for (const title of new Set(titles)) {
    const words = new Set(titleWords(title))
    if (!different.some((other) => areNearlyEqual(other, words))) different.push(words)
    if (different.length >= PLACEHOLDER_STORIES) return true
  }
  return false
}

/** Whether two titles, as folded words, say the same: one may add a little, but not another number. */
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
  return width !== null && height !== null && width < SMALLEST_PICTURE && height < SMALLEST_PICTURE
}
