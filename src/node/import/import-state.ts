import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../lib/write-atomic.ts'
import type { Validators } from '../network/fetch-address.ts'

/** An item that was imported before. */
export interface KnownItem {
  /** The name of its seed. */
  readonly file: string
  /** Hash of the seed as it was written; empty for a file that the import did not write. */
  readonly hash: string
  /** When the item came, for one without a date. */
  readonly published?: string
}

/** What a folder remembers about its source, in `.import.json`. It belongs with the seeds, also in version control. */
export interface ImportState extends Validators {
  /** Address or file name of the source. */
  readonly source: string
  /** By the hash of each item's key. */
  readonly items: Readonly<Record<string, KnownItem>>
}

const FILE = '.import.json'

/** The state of a folder; null when nothing was imported into it. Throws when it can't be read. */
export function loadState(folder: string): ImportState | null {
  let text: string
  try {
    text = readFileSync(join(folder, FILE), 'utf8')
  } catch {
    return null
  }
  try {
    const state = JSON.parse(text) as Partial<ImportState>
    if (typeof state.source === 'string' && typeof state.items === 'object') return state as ImportState
  } catch {
    // Reported below.
  }
  throw new Error(`${join(folder, FILE)} is damaged. Restore it, or delete it: all seeds that exist then stay as they are`)
}

export function saveState(folder: string, state: ImportState): void {
  writeWhole(join(folder, FILE), `${JSON.stringify(state, null, 1)}\n`)
}
