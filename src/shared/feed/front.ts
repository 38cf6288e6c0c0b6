import type { StorySummary } from '../contract/bundle.ts'

/** How the first stories of a feed are composed: the lead, two below it, headlines beside it. */
export interface Front<Item> {
  readonly lead: Item
  /** None or two. */
  readonly below: readonly Item[]
  readonly beside: readonly Item[]
}

type Shape = Pick<StorySummary, 'title' | 'excerpt' | 'image' | 'published'>

/** Pixels, roughly, of a story's parts on a wide screen: enough to tell which composition is balanced. */
const SIZES = { picture: 360, smallPicture: 210, source: 56, leadLine: 46, line: 26, textLine: 23 }
/** Lines of an excerpt beside the lead, where there is room for more than headlines or not. */
const MANY_LINES = 9
const FEW_LINES = 3

/**
 * Composes a front of at least one item, in the order of its lists. The lead is the first story with a picture
 * among those of the newest day, or the newest. Of two below it or none, what balances both sides is chosen.
 */
export function composeFront<Item>(items: readonly [Item, ...Item[]], storyOf: (item: Item) => Shape): Front<Item> {
  const [first] = items
  const day = (item: Item) => storyOf(item).published.slice(0, 10)
  const lead = items.find((item) => storyOf(item).image !== null && day(item) === day(first)) ?? first
  const others = items.filter((item) => item !== lead)
  const leadHeight = heightOfLead(storyOf(lead))
  const heights = (some: readonly Item[], lines: number) => some.map((item) => heightOfText(storyOf(item), lines))
  const compose = (count: number) => {
    const [below, beside] = [others.slice(0, count), others.slice(count)]
    const besideHeight = sum(heights(beside, besideLines(beside.length)))
    const belowHeight = Math.max(0, ...below.map((item) => heightOfCard(storyOf(item))))
    return { front: { lead, below, beside }, gap: Math.abs(leadHeight + belowHeight - besideHeight) }
  }
  const alone = compose(0)
  const withTwo = others.length < 2 ? alone : compose(2)
  return (alone.gap < withTwo.gap ? alone : withTwo).front
}

/** Lines of each excerpt beside the lead when there are so many stories. */
export function besideLines(stories: number): number {
  return stories <= 2 ? MANY_LINES : FEW_LINES
}

function heightOfLead({ title, excerpt, image }: Shape): number {
  return (image === null ? 0 : SIZES.picture) + lines(title, 24) * SIZES.leadLine + Math.min(6, lines(excerpt, 68)) * 28 + SIZES.source
}

function heightOfText({ title, excerpt }: Shape, most: number): number {
  return lines(title, 27) * SIZES.line + Math.min(most, lines(excerpt, 38)) * SIZES.textLine + SIZES.source + 24
}

function heightOfCard(story: Shape): number {
  return story.image === null ? heightOfText(story, 8) : SIZES.smallPicture + heightOfText(story, 3)
}

function lines(text: string, length: number): number {
  return Math.ceil(text.length / length)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
