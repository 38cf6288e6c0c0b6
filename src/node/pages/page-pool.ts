import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import { once } from '../lib/once.ts'
import type { SitePage } from './list-pages.ts'
import { pageHtmlRenderer } from './render-page.ts'
import { writeDraft } from '../output/output-folder.ts'
import { loadRenderer } from '../app/page-renderer.ts'
import type { PageJob, PageWorkerData } from './page-worker.ts'
import type { LoadWorker, WorkerCode } from '../lib/bundle-worker.ts'

/** With fewer pages to render, starting workers takes longer than they save. */
export const MIN_PAGES = 100

/** Story pages in a batch for a worker. */
const STORY_BATCH = 200

/** List pages in a batch: each is as much work as many stories. */
const LIST_BATCH = 16

/** Batches that a worker has at most, so that those waiting do not fill the memory. */
const MAX_BATCHES = 3

/** A page that must be rendered. */
export interface PendingPage extends SitePage {
  /** Hash of everything it is made from. */
  readonly content: string
}

/** Renders and writes pages, many of them in worker threads. */
export interface PagePool {
  /** Adds a story's page; `time` is its place among all stories, from 0 to below 1. */
  addStory(page: PendingPage, time: number): void
  /** Adds any other page. */
  addList(page: PendingPage): void
  /** Resolves when no worker has too many batches. */
  waitForCapacity(): Promise<void>
  /** Hands incomplete batches to the workers. */
  flush(): void
  /** Resolves when every page is written. */
  finish(): Promise<void>
  /** Ends the workers, even unfinished ones. */
  stop(): Promise<void>
}

export interface PagePoolOptions {
  readonly data: PageWorkerData
  /** Null where workers may not be used. */
  readonly loadWorker: LoadWorker | null
  /** Whether to start the workers at once, because there will be many pages. */
  readonly startsAtOnce: boolean
  readonly onWritten: (page: PendingPage, fingerprint: string) => void
}

/** The batches of one worker. */
interface Queue {
  pages: PendingPage[]
  readonly running: Set<Promise<void>>
}

/**
 * A worker pool for the pages of one build. Each worker has a date range of its own: related stories are
 * mostly of the same time, and each worker renders a sidebar entry once.
 */
export function pagePool({ data, loadWorker, startsAtOnce, onWritten }: PagePoolOptions): PagePool {
  const size = Math.max(1, Math.min(availableParallelism(), 8))
  const queues = Array.from({ length: size }, (): Queue => ({ pages: [], running: new Set() }))
  const batches: Promise<void>[] = []
  let workers: Promise<Tinypool | null>[] | null = null
  let added = 0

  const startWorkers = (load: LoadWorker) => {
    const code = load('pages/page-worker')
    return queues.map(() => startWorker(code, data))
  }
  const ownRenderer = once(async () => pageHtmlRenderer(data.site, data.code.templates, await loadRenderer(data.code.renderer)))
  const writeHere = async (pages: readonly PendingPage[]) => {
    const render = await ownRenderer()
    for (const page of pages) onWritten(page, writeDraft(data.target, page.file, render(page)))
  }
  const write = async (pages: readonly PendingPage[], index: number) => {
    const worker = (await workers?.[index]) ?? null
    if (worker === null) return writeHere(pages)
    const jobs = pages.map(({ file, json, older, previewImage }): PageJob => ({ file, json, older, previewImage }))
    const fingerprints = (await worker.run(jobs)) as string[]
    pages.forEach((page, at) => onWritten(page, fingerprints[at] ?? ''))
  }
  const leastBusy = () => queues.reduce((least, { running }, at) => (running.size < (queues[least]?.running.size ?? 0) ? at : least), 0)
  const dispatch = (queue: Queue, index: number) => {
    if (queue.pages.length === 0) return
    // When all changes are of one time, an idle worker helps.
    const idle = queue.running.size + 1 < MAX_BATCHES ? -1 : queues.findIndex(({ running }) => running.size === 0)
    const target = idle === -1 ? index : idle
    const batch = write(queue.pages, target)
    queue.pages = []
    batches.push(batch)
    const { running } = queues[target] ?? queue
    running.add(batch)
    // `finish` reports what fails.
    batch.finally(() => running.delete(batch)).catch(() => undefined)
  }
  const add = (page: PendingPage, index: number, batchSize: number) => {
    const queue = queues[index]
    if (queue === undefined) throw new RangeError(`There is no worker ${index}.`)
    queue.pages.push(page)
    if (loadWorker !== null && ++added >= MIN_PAGES) workers ??= startWorkers(loadWorker)
    if (workers !== null && queue.pages.length >= batchSize) dispatch(queue, index)
  }
  if (loadWorker !== null && startsAtOnce) workers = startWorkers(loadWorker)
  return {
    addStory: (page, time) => add(page, Math.floor(time * size), STORY_BATCH),
    addList: (page) => add(page, leastBusy(), LIST_BATCH),
    async waitForCapacity() {
      await Promise.all(workers ?? [])
      for (const { running } of queues) while (running.size >= MAX_BATCHES) await Promise.race(running).catch(() => undefined)
    },
    flush() {
      if (workers !== null) queues.forEach(dispatch)
    },
    async finish() {
      queues.forEach(dispatch)
      await Promise.all(batches)
    },
    async stop() {
      for (const worker of await Promise.allSettled(workers ?? [])) if (worker.status === 'fulfilled') await worker.value?.destroy()
    },
  }
}

/** A pool of one worker, so that each has its own queue; null without code to run. */
async function startWorker(code: Promise<WorkerCode | null>, workerData: PageWorkerData): Promise<Tinypool | null> {
  const worker = await code
  if (worker === null) return null
  const { Tinypool } = await import('tinypool')
  return new Tinypool({ filename: worker.file, minThreads: 1, maxThreads: 1, workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } })
}
