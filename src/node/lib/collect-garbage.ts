import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes in use from which on garbage is looked for. */
const MUCH = 700 * 1024 * 1024

/** How much more than was alive last time may be in use, as a factor. */
const GROWTH = 1.5

/** A full collection takes a few tenths of a second; this many calls lie between two looks, which take microseconds. */
const CALLS = 64

/**
 * What long work calls now and then, so that its garbage does not pile up: V8 lets it grow with the
 * machine's memory, to several times what is alive.
 */
export function garbageCollector(): () => void {
  let allowed = MUCH
  let calls = 0
  return () => {
    if (++calls % CALLS !== 0 || process.memoryUsage().heapUsed < allowed) return
    setFlagsFromString('--expose-gc')
    ;(runInNewContext('gc') as () => void)()
    allowed = Math.max(MUCH, process.memoryUsage().heapUsed * GROWTH)
  }
}
