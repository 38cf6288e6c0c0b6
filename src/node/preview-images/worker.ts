import { parentPort } from 'node:worker_threads'
import type { PreviewImage } from './preview-image.ts'
import { loadDrawer } from './draw-one.ts'

const drawCard = await loadDrawer()

parentPort?.on('message', (image: PreviewImage) => {
  void drawCard(image).then((png) => parentPort?.postMessage(png))
})
