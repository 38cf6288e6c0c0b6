import { hash } from 'node:crypto'
import type { RelatedStory } from '../../shared/contract/bundle.ts'

/** A whole story as JSON, in pieces: what its sidebar shows stands beside other stories too, and is the same string there. */
export interface StoryJson {
  /** All but the sidebar, open at its end. */
  readonly own: string
  readonly related: readonly RelatedJson[]
}

/** An entry of a sidebar as JSON. */
export interface RelatedJson {
  readonly entry: EntryJson
  /** Why it is there. */
  readonly reason: string
}

/** What an entry says beside any story: all but the reason. */
export interface EntryJson {
  /** Open at its end. */
  readonly json: string
  /** Hash of it. */
  readonly key: string
}

export function toEntryJson(entry: Omit<RelatedStory, 'reason'>): EntryJson {
  const json = JSON.stringify(entry).slice(0, -1)
  return { json, key: hash('sha1', json, 'base64') }
}

/** A story's JSON in one piece. */
export function joinStory({ own, related }: StoryJson): string {
  return `${own},"related":[${related.map(joinRelated).join(',')}]}`
}

function joinRelated({ entry, reason }: RelatedJson): string {
  return `${entry.json},"reason":${reason}}`
}

/** Equal strings, equal stories: the same without telling entries whole. */
export function contentOfStory({ own, related }: StoryJson): string {
  return own + related.map(({ entry, reason }) => entry.key + reason).join('')
}
