import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5'
import { NO_CHANNEL, toItem, type ImportedItem, type SourceContent } from './imported-item.ts'

/** Whether a page is a list of bookmarks, as browsers, Pocket and Raindrop export them. */
export function isBookmarks(text: string): boolean {
  return /<!doctype netscape-bookmark-file/i.test(text) || /<a\s[^>]*(?:add_date|time_added)=/i.test(text)
}

/** Reads bookmarks. A bookmark's folder is one of its topics. */
export function readBookmarks(root: DefaultTreeAdapterTypes.ParentNode): SourceContent {
  const items: ImportedItem[] = []
  addBookmarks(root, '', items)
  return { kind: 'items', channel: NO_CHANNEL, items }
}

function addBookmarks(parent: DefaultTreeAdapterTypes.ParentNode, folder: string, items: ImportedItem[]): void {
  let inside = folder
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]))
    if (node.tagName === 'h3') {
      // The bookmarks bar is no topic.
      inside = attributes.has('personal_toolbar_folder') || attributes.has('unfiled_bookmarks_folder') ? '' : textOf(node)
    } else if (node.tagName === 'a') {
      const tags = (attributes.get('tags') ?? '').split(',')
      items.push(
        toItem({
          title: textOf(node),
          url: attributes.get('href') ?? '',
          published: attributes.get('add_date') ?? attributes.get('time_added') ?? '',
          topics: [...tags, inside].map((name) => name.trim()).filter((name) => name !== ''),
          image: attributes.get('data-cover') ?? '',
        }),
      )
    } else if (node.tagName === 'dd' && items.length > 0) {
      const note = node.childNodes.filter((child) => tree.isTextNode(child)).map((child) => child.value).join('').trim()
      const last = items.at(-1)
      if (last !== undefined && last.summary === '' && note !== '') items[items.length - 1] = { ...last, summary: note }
      addBookmarks(node, inside, items)
    } else addBookmarks(node, inside, items)
  }
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? textOf(child) : '')).join('').trim()
}
