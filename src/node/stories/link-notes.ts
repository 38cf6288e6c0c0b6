import { decodeHTML } from 'entities/decode'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { storyPath } from '../../shared/contract/permalinks.ts'
import { appendTo } from '../lib/collections.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Stories whose links to other notes lead to their stories. */
export interface LinkedStories {
  readonly stories: readonly SeedStory[]
  /** Notes that are linked to but are no stories, by the path of the seed that links to them. */
  readonly missing: ReadonlyMap<string, readonly string[]>
}

/** A link to a note, as `adaptBody` writes it. */
const NOTE_LINK = /<a data-note="([^"]*)">([^]*?)<\/a>/g

/**
 * Replaces the links between notes in the bodies of `stories` by links to stories, or by their text where there is no
 * such story. Addresses start at the story's page, so that they work wherever the site is published.
 */
export function linkNotes(stories: readonly SeedStory[]): LinkedStories {
  const missing = new Map<string, string[]>()
  if (!stories.some(hasLinks)) return { stories, missing }
  const find = noteFinder(stories)
  const linked = stories.map((story) => {
    if (!hasLinks(story)) return story
    const bodyHtml = story.bodyHtml?.replace(NOTE_LINK, (_, note: string, text: string) => {
      const name = decodeHTML(note)
      const target = find(name, story.path)
      if (target !== null) return `<a href="${escapeHtml(`..${storyPath(target.slug).slice('/story'.length)}`)}">${text}</a>`
      // A crawled body's links inside its own site are no links to notes.
      if (name.startsWith('wiki:') || /\.mdx?$/i.test(name)) appendTo(missing, story.path, name.replace('wiki:', ''))
      return `<span>${text}</span>`
    })
    return { ...story, bodyHtml: bodyHtml ?? null }
  })
  return { stories: linked, missing }
}

function hasLinks({ bodyHtml }: SeedStory): boolean {
  return bodyHtml?.includes('<a data-note="') ?? false
}

type FindNote = (name: string, from: string) => SeedStory | null

/** Finds the story that a link in the seed `from` names: by path, file name, alias, title, or a date and a name. */
function noteFinder(stories: readonly SeedStory[]): FindNote {
  const byKey = new Map<string, SeedStory[]>()
  const add = (key: string, story: SeedStory) => {
    if (byKey.get(key)?.includes(story) !== true) appendTo(byKey, key, story)
  }
  for (const story of stories) {
    const path = keyOf(story.path)
    add(path, story)
    add(lastPart(path), story)
    add(`title:${story.title.toLowerCase()}`, story)
    for (const alias of story.aliases) {
      add(keyOf(alias), story)
      add(`title:${alias.toLowerCase()}`, story)
    }
  }
  return (name, from) => {
    const isWiki = name.startsWith('wiki:')
    const note = isWiki ? name.slice('wiki:'.length) : name
    for (const key of keysOf(note, from, isWiki)) {
      const found = byKey.get(key)
      if (found !== undefined) return nearest(found, note, from)
    }
    return null
  }
}

/** The keys under which a note may be known, best first. */
function keysOf(note: string, from: string, isWiki: boolean): string[] {
  const key = keyOf(note)
  const keys = note.startsWith('/') ? [key] : [keyOf(`${from.slice(0, from.lastIndexOf('/') + 1)}${note}`), key]
  const dated = /(?:^|\/)(\d{4})\/(\d\d?)\/(\d\d?)\/([^/]+)$/.exec(key)
  if (dated !== null) keys.push(`${dated[1]}-${dated[2]}-${dated[3]}-${dated[4]}`)
  // Only wikilinks and links to files name a file wherever it is.
  if (isWiki || /\.(?:mdx?|markdown)$/i.test(note)) keys.push(lastPart(key))
  if (isWiki) keys.push(`title:${note.toLowerCase()}`)
  return keys
}

/** A path in lower case without extension, `index`, and slashes around it. */
function keyOf(path: string): string {
  const parts: string[] = []
  for (const part of path.toLowerCase().split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const last = (parts.pop() ?? '').replace(/\.(?:mdx?|markdown|txt|html?)$/, '')
  if (!/^_?index$/.test(last)) parts.push(last)
  return parts.join('/')
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** Of several stories, the one whose path has most in common with the link, and then with the linking seed. */
function nearest(found: readonly SeedStory[], note: string, from: string): SeedStory | null {
  const words = new Set(note.split('/'))
  const score = ({ path }: SeedStory) => path.split('/').filter((part) => words.has(part)).length * 1000 + commonStart(path, from)
  return found.toSorted((a, b) => score(b) - score(a))[0] ?? null
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
