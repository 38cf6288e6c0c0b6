import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import { once } from '../lib/once.ts'
import type { SitePage } from './list-pages.ts'
import { pageMaker } from './render-page.ts'
import { writeChanged } from '../output/output-folder.ts'
import { loadRenderer } from '../app/page-renderer.ts'
import type { PageJob, PageWorkerData } from './page-worker.ts'
import { bundleWorker } from '../lib/bundle-worker.ts'
import type { WorkerCode } from '../lib/bundle-worker.ts'

/** From so many pages on that must be made, threads pay for their start. */
export const MANY_PAGES = 100

/** Stories that a thread makes in one go. */
const BATCH = 200

/** Lists that a thread makes in one go: each is as much work as many stories. */
const LISTS = 16

/** Batches that may wait for a thread: more would only fill the memory. */
const WAITING = 3

/** A page that must be made. */
export interface PageToMake extends SitePage {
  /** Absolute; claimed. */
  readonly path: string
  /** Hash of all it is made from. */
  readonly content: string
}

/** Makes and writes pages; many of them in threads. */
export interface PageLanes {
  /** Takes a story's page; `time` says where it stands among all stories, from 0 to below 1. */
  addStory(page: PageToMake, time: number): void
  /** Takes any other page. */
  addList(page: PageToMake): void
  /** Resolves when there is room for more. */
  hasRoom(): Promise<void>
  /** Hands over to threads what has not made up a batch. */
  flush(): void
  /** Resolves when every page is in its place. */
  finish(): Promise<void>
  /** Ends the threads, whether they have finished or not. */
  stop(): Promise<void>
}

/** The work of one thread. */
interface Lane {
  pages: PageToMake[]
  readonly running: Set<Promise<void>>
}

/**
 * Lanes for the pages of one build. Each thread has a stretch of time for its own: a story stands beside
 * others of its time, and what a sidebar shows of it is rendered once by each thread that meets it.
 * `note` is told the stamp of each file; `isMuch`, that threads are worth their start already.
 */
export function pageLanes(data: PageWorkerData, mayThread: boolean, isMuch: boolean, note: (page: PageToMake, stamp: string) => void): PageLanes {
  const threads = Math.max(1, Math.min(availableParallelism(), 8))
  const lanes = Array.from({ length: threads }, (): Lane => ({ pages: [], running: new Set() }))
  const batches: Promise<void>[] = []
  let pools: Promise<Tinypool | null>[] | null = null
  let taken = 0

  const start = () => {
    const code = bundleWorker('pages/page-worker').catch(() => null)
    return lanes.map(() => startThread(code, data))
  }
  const makerHere = once(async () => pageMaker(data.site, data.code.templates, await loadRenderer(data.code.renderer)))
  const makeHere = async (pages: readonly PageToMake[]) => {
    const make = await makerHere()
    for (const page of pages) note(page, writeChanged(page.path, make(page), data.isFresh))
  }
  const make = async (pages: readonly PageToMake[], lane: number) => {
    const pool = (await pools?.[lane]) ?? null
    if (pool === null) return makeHere(pages)
    const jobs = pages.map(({ path, json, sidebar, older, card }): PageJob => ({ path, json, sidebar, older, card }))
    const stamps = (await pool.run(jobs)) as string[]
    pages.forEach((page, at) => note(page, stamps[at] ?? ''))
  }
  const emptiest = () => lanes.reduce((least, { running }, at) => (running.size < (lanes[least]?.running.size ?? 0) ? at : least), 0)
  const handOver = (own: Lane, at: number) => {
    if (own.pages.length === 0) return
    // When all that changed is of one time, a thread that has nothing to do helps.
    const idle = own.running.size + 1 < WAITING ? -1 : lanes.findIndex(({ running }) => running.size === 0)
    const thread = idle === -1 ? at : idle
    const run = make(own.pages, thread)
    own.pages = []
    batches.push(run)
    const { running } = lanes[thread] ?? own
    running.add(run)
    run.finally(() => running.delete(run)).catch(() => undefined)
  }
  const add = (page: PageToMake, at: number, batch: number) => {
    const lane = lanes[at]
    if (lane === undefined) throw new RangeError(`There is no lane ${at}.`)
    lane.pages.push(page)
    if (mayThread && ++taken >= MANY_PAGES) pools ??= start()
    if (pools !== null && lane.pages.length >= batch) handOver(lane, at)
  }
  if (mayThread && isMuch) pools = start()
  return {
    addStory: (page, time) => add(page, Math.floor(time * threads), BATCH),
    addList: (page) => add(page, emptiest(), LISTS),
    async hasRoom() {
      await Promise.all(pools ?? [])
      for (const { running } of lanes) while (running.size >= WAITING) await Promise.race(running).catch(() => undefined)
    },
    flush() {
      if (pools !== null) lanes.forEach(handOver)
    },
    async finish() {
      lanes.forEach(handOver)
      await Promise.all(batches)
    },
    async stop() {
      for (const pool of await Promise.allSettled(pools ?? [])) if (pool.status === 'fulfilled') await pool.value?.destroy()
    },
  }
}

/** A thread that makes pages; null where its code can't be written. */
async function startThread(code: Promise<WorkerCode | null>, workerData: PageWorkerData): Promise<Tinypool | null> {
  const worker = await code
  if (worker === null) return null
  const { Tinypool } = await import('tinypool')
  return new Tinypool({ filename: worker.file, minThreads: 1, maxThreads: 1, workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } })
}
