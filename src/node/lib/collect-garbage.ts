import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of heap in use below which nothing is collected. */
const MIN_HEAP = 700 * 1024 * 1024

/** How far the heap may grow after a collection, as a factor. */
const GROWTH = 1.5

/** Calls between two checks of the heap. A check takes microseconds, a full collection a few tenths of a second. */
const CALLS = 64

/**
 * A function that long work calls now and then to collect garbage: V8 lets it grow with the machine's memory,
 * to several times the live heap.
 */
export function garbageCollector(): () => void {
  let allowed = MIN_HEAP
  let calls = 0
  return () => {
    if (++calls % CALLS !== 0 || process.memoryUsage().heapUsed < allowed) return
    setFlagsFromString('--expose-gc')
    ;(runInNewContext('gc') as () => void)()
    allowed = Math.max(MIN_HEAP, process.memoryUsage().heapUsed * GROWTH)
  }
}
