/** The one order of stories: by publication time, then by id. Newest first is its reverse. */
export function compareStories(a: OrderedStory, b: OrderedStory): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** What the order depends on. */
interface OrderedStory {
  readonly id: string
  /** ISO 8601 in UTC, as everywhere in the bundle. */
  readonly published: string
}
