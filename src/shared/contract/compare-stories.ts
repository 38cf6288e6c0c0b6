/** The one order of everything: by time of publication, then by id. Newest first is this, backwards. */
export function compareStories(a: OrderedStory, b: OrderedStory): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** What a story's place depends on. */
interface OrderedStory {
  readonly id: string
  /** ISO 8601 in UTC, as everywhere in the bundle. */
  readonly published: string
}
