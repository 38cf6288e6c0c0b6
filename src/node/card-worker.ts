import { parentPort } from 'node:worker_threads'
import type { Card } from './card.ts'
import { cardDrawer } from './draw-card.ts'

const drawCard = await cardDrawer()

parentPort?.on('message', (card: Card) => {
  void drawCard(card).then((png) => parentPort?.postMessage(png))
})
