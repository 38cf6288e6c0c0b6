import { loadDrawer } from './draw-one.ts'

/** Draws an image in a worker thread: see `loadDrawer`. */
export default await loadDrawer()
