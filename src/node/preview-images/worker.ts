import { parentPort } from 'node:worker_threads'
import type { Card } from './preview-image.ts'
import { cardDrawer } from './draw-one.ts'

const drawCard = await cardDrawer()

parentPort?.on('message', (card: Card) => {
  void drawCard(card).then((png) => parentPort?.postMessage(png))
})
