import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isCardPng } from './png.ts'

/** Cards that were drawn before, by the hash of what is on them. */
export interface CardCache {
  /** The card's PNG; null when it isn't here, or not whole. */
  read(hash: string): Promise<Buffer | null>
  /** A full disk only costs the cache: the card is drawn again next time. */
  write(hash: string, png: Uint8Array): Promise<void>
}

/** A cache in a folder, which is made when the first card comes; null to keep none. */
export function cardCache(folder: string | null): CardCache {
  if (folder === null) return { read: () => Promise.resolve(null), write: () => Promise.resolve() }
  const pathOf = (hash: string) => join(folder, `${hash}.png`)
  return {
    async read(hash) {
      const png = await readFile(pathOf(hash)).catch(() => null)
      return png !== null && isCardPng(png) ? png : null
    },
    async write(hash, png) {
      // Renamed when whole, so that a build beside this one, or one broken off, leaves no half card.
      const unfinished = join(folder, `${hash}.${randomUUID()}`)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(unfinished, png)
        await rename(unfinished, pathOf(hash))
      } catch {
        await rm(unfinished, { force: true }).catch(() => undefined)
      }
    },
  }
}
