import { hash } from 'node:crypto'
import { formatsFor } from '../../shared/text/dates.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'
import { cardCache } from './cache.ts'
import { paintCards } from './worker-pool.ts'
import { hashOfCard, toCard } from './preview-image.ts'
import type { Card, CardStory } from './preview-image.ts'

export interface DrawCardsOptions {
  /** Absolute path of a folder that outlives the build, made when missing; null to keep nothing. */
  readonly cacheFolder: string | null
  readonly loadWorker: LoadWorker
  /** Takes one card: a file of the output folder, as `dataFiles.card` names it by its content, and its PNG. */
  readonly emit: (file: string, png: Uint8Array) => Promise<void> | void
  /** Told after each different card; `cards` is how many there are. */
  readonly onProgress?: (done: number, cards: number) => void
}

export interface Cards {
  /** The card's file by story id. Stories with a picture of their own are missing, and those no font here can write. */
  readonly files: ReadonlyMap<string, string>
  /** Different cards drawn anew, taken from the cache, and left out because they can't be drawn. */
  readonly drawn: number
  readonly cached: number
  readonly skipped: number
}

interface HashedCard extends Card {
  readonly hash: string
}

/** Draws a 1200 by 630 PNG for every story whose own picture doesn't do for a link preview, or takes it from the cache. */
export async function drawCards(stories: readonly CardStory[], site: Site, options: DrawCardsOptions): Promise<Cards> {
  const { cacheFolder, loadWorker, emit, onProgress } = options
  const cache = cardCache(cacheFolder)
  const formats = formatsFor(site.language)
  /** Stories that look the same share a card. */
  const cards = new Map<string, HashedCard>()
  const hashes = new Map<string, string>()
  for (const story of stories) {
    const card = toCard(story, site.title, formats)
    if (card === null) continue
    const own = hashOfCard(card)
    cards.set(own, { ...card, hash: own })
    hashes.set(story.id, own)
  }

  const there = new Map<string, string>()
  let done = 0
  const take = async (card: string, png: Uint8Array | null) => {
    if (png !== null) {
      const file = dataFiles.card(hash('sha256', png, 'hex').slice(0, 16))
      await emit(file, png)
      there.set(card, file)
    }
    onProgress?.(++done, cards.size)
  }
  const missing: HashedCard[] = []
  for (const card of cards.values()) {
    const png = await cache.read(card.hash)
    if (png === null) missing.push(card)
    else await take(card.hash, png)
  }
  const cached = there.size
  await paintCards(missing, loadWorker, async (card, png) => {
    if (png !== null) await cache.write(card.hash, png)
    await take(card.hash, png)
  })
  const files = new Map<string, string>()
  for (const [id, card] of hashes) {
    const file = there.get(card)
    if (file !== undefined) files.set(id, file)
  }
  return { files, drawn: there.size - cached, cached, skipped: cards.size - there.size }
}
