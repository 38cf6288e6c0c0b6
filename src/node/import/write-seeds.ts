import { hash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../lib/write-atomic.ts'
import { parseDate } from '../seeds/values/parse-date.ts'
import type { Validators } from '../network/fetch-address.ts'
import type { Channel, ImportedItem } from './imported-item.ts'
import { loadState, saveState, type ImportState, type KnownItem } from './import-state.ts'
import { folderOf, itemToSeed } from './item-to-seed.ts'

/** What became of a source's items; `items` is the sum of the five after it. */
export interface ImportCounts {
  items: number
  added: number
  updated: number
  unchanged: number
  /** Seeds that a person changed, moved or deleted: the import leaves them alone. */
  kept: number
  /** Items with neither text nor a web address, and repeated ones. */
  skipped: number
  /** Items without a readable date. */
  undated: number
}

export interface WrittenSeeds {
  readonly counts: ImportCounts
  /** Kinds of content that could not be kept, with the number of items. */
  readonly lost: ReadonlyMap<string, number>
}

/** The items of one source. */
export interface ItemsToWrite {
  readonly source: string
  readonly base: string
  readonly channel: Channel
  readonly items: readonly ImportedItem[]
  readonly validators: Validators
  readonly now: Date
}

/** The folder of a source below the seeds folder, with its state: an own one for each source. */
export function sourceFolder(seeds: string, source: string): { readonly folder: string; readonly state: ImportState | null } {
  const name = folderOf(source)
  for (let number = 1; ; number++) {
    const folder = join(seeds, number === 1 ? name : `${name}-${number}`)
    const state = loadState(folder)
    if (state === null || state.source === source) return { folder, state }
  }
}

/** Writes a seed for each item, and the state. The same item always has the same file. */
export function writeSeeds(folder: string, before: ImportState | null, { source, base, channel, items, validators, now }: ItemsToWrite): WrittenSeeds {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw new Error(`${folder} is not a folder`)
  const counts: ImportCounts = { items: items.length, added: 0, updated: 0, unchanged: 0, kept: 0, skipped: 0, undated: 0 }
  const lost = new Map<string, number>()
  const known = new Map<string, KnownItem>(Object.entries(before?.items ?? {}))
  const seen = new Set<string>()
  const ofChannel = parseDate(channel.published.trim())
  const fallback = 'iso' in ofChannel ? ofChannel.iso : `${now.toISOString().slice(0, 19)}Z`
  for (const item of items) {
    const key = hash('sha256', item.key, 'hex').slice(0, 16)
    const old = known.get(key)
    const seed = seen.has(key) ? null : itemToSeed(item, channel, base, old?.published ?? fallback)
    if (seed === null) {
      counts.skipped++
      continue
    }
    seen.add(key)
    for (const kind of new Set(seed.lost)) lost.set(kind, (lost.get(kind) ?? 0) + 1)
    if (!seed.isDated) counts.undated++
    const file = old?.file ?? seed.file
    const current = readSeed(join(folder, file))
    const date = seed.isDated ? {} : { published: seed.published }
    if (current === seed.text) counts.unchanged++
    else if (old === undefined ? current !== null : current === null || hashOf(current) !== old.hash) {
      counts.kept++
      known.set(key, { file, hash: old?.hash ?? '', ...date })
      continue
    } else {
      writeWhole(join(folder, file), seed.text)
      counts[current === null ? 'added' : 'updated']++
    }
    known.set(key, { file, hash: hashOf(seed.text), ...date })
  }
  saveState(folder, { source, ...validators, items: Object.fromEntries(known) })
  return { counts, lost }
}

function hashOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16)
}

/** A seed's text; null when there is none. Line breaks that version control changed are no change. */
function readSeed(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return null
  }
}
