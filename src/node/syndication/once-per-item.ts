import type { FeedItem } from './feed-format.ts'

/** Calls `write` once for each item and caches the text as long as the item lives: an item appears in several feeds. */
export function oncePerItem(write: (item: FeedItem) => string): (item: FeedItem) => string {
  const texts = new WeakMap<FeedItem, string>()
  return (item) => {
    const text = texts.get(item) ?? write(item)
    texts.set(item, text)
    return text
  }
}
