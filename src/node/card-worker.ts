import { parentPort } from 'node:worker_threads'
import type { Card } from './card.ts'
import { drawCard } from './draw-card.ts'

/** A worker's answer to one card: its PNG, or null when it can't be drawn. */
export type DrawnCard = Uint8Array | null

parentPort?.on('message', (card: Card) => {
  // What one hostile text does to the libraries must not end the build: that story goes without a card.
  void drawCard(card).catch(() => null).then((png: DrawnCard) => parentPort?.postMessage(png))
})
