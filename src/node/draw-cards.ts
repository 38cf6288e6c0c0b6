import { formatsFor } from '../shared/dates.ts'
import { dataFiles } from '../shared/permalinks.ts'
import type { Site } from '../shared/site.ts'
import { cardCache } from './card-cache.ts'
import { paintCards } from './card-painters.ts'
import { hashOfCard, toCard } from './card.ts'
import type { Card, CardStory } from './card.ts'

export interface DrawCardsOptions {
  /** Absolute path of a folder that outlives the build, made when missing; null to keep nothing. */
  readonly cacheFolder: string | null
  /** Takes one card: a file of the output folder, as `dataFiles.card` names it, and its PNG. Called once for each file. */
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
  const { cacheFolder, emit, onProgress } = options
  const cache = cardCache(cacheFolder)
  const formats = formatsFor(site.language)
  /** Stories that look the same share a card. */
  const cards = new Map<string, HashedCard>()
  const hashes = new Map<string, string>()
  for (const story of stories) {
    const card = toCard(story, site.title, formats)
    if (card === null) continue
    const hash = hashOfCard(card)
    cards.set(hash, { ...card, hash })
    hashes.set(story.id, hash)
  }

  const there = new Set<string>()
  let done = 0
  const take = async (hash: string, png: Uint8Array | null) => {
    if (png !== null) {
      await emit(dataFiles.card(hash), png)
      there.add(hash)
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
  await paintCards(missing, async ({ hash }, png) => {
    if (png !== null) await cache.write(hash, png)
    await take(hash, png)
  })
  const files = [...hashes].filter(([, hash]) => there.has(hash)).map(([id, hash]) => [id, dataFiles.card(hash)] as const)
  return { files: new Map(files), drawn: there.size - cached, cached, skipped: cards.size - there.size }
}
