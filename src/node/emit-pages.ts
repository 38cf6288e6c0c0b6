import { hash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import type { Site } from '../shared/site.ts'
import type { Bundle } from './assemble-bundle.ts'
import type { KnownFiles } from './known-files.ts'
import { lazy } from './lazy.ts'
import { listSitePages, storyPage } from './list-site-pages.ts'
import type { SitePage } from './list-site-pages.ts'
import { pageMaker } from './make-page.ts'
import { writeChanged } from './output-folder.ts'
import type { OutputFolder } from './output-folder.ts'
import { loadRenderer } from './page-renderer.ts'
import type { PageJob, PageWorkerData } from './page-worker.ts'
import type { PageCode } from './shell.ts'
import { stampOf } from './stamp.ts'
import type { StoryJson } from './story-json.ts'
import { retellVersion } from './told-version.ts'
import { bundleWorker } from './worker-code.ts'

/** Pages that a thread makes in one go. */
const BATCH = 200

/** Lists that a thread makes in one go: each is as much work as many stories. */
const LISTS = 16

/** From so many pages on that must be made, threads pay for their start. */
const MANY = 100

/** Batches that may wait for a thread, for each thread: more would only fill the memory. */
const WAITING = 2

/** What pages are made from. */
export interface PagesOptions {
  readonly site: Site
  readonly code: PageCode
  /** Files of drawn cards, by story id. */
  readonly cards: ReadonlyMap<string, string>
  readonly known: KnownFiles
  /** Whether threads may help. */
  readonly mayThread: boolean
}

/** Writes prerendered pages. Those made from the same as last time, and still in their place, are left alone. */
export interface PageEmitter {
  /** Takes a story's page. Returns a hash of all it is made from. */
  addStory(position: number, json: StoryJson): string
  /** Resolves when there is room for more. */
  hasRoom(): Promise<void>
  /** Takes all other pages, which tell of stories. */
  addOthers(): Promise<void>
  /** Resolves when every page is in its place. */
  finish(): Promise<void>
  /** Ends the threads, whether they have finished or not. */
  stop(): Promise<void>
}

/** What writes the pages of a bundle. */
export function pageEmitter(output: OutputFolder, bundle: Bundle, options: PagesOptions): PageEmitter {
  const { site, code, cards, known, mayThread } = options
  const { isFresh } = output
  const threads = Math.max(1, Math.min(availableParallelism(), 8))
  let jobs: (PageJob & SitePage)[] = []
  const start = () => startPool({ site, code, isFresh }, threads)
  // In a fresh folder every page must be made: threads need not wait for the first.
  let pool = mayThread && isFresh && bundle.seeds.length >= MANY ? start() : null
  const batches: Promise<void>[] = []
  const running = new Set<Promise<void>>()

  const add = (page: SitePage): string => {
    const { file, version } = page
    const path = output.claim(file)
    const content = hash('sha1', page.content, 'base64')
    const told = known.versionIn(file, path, content)
    if (told === version) return content
    if (told !== null && retellVersion(path, told, version)) {
      known.note(file, content, stampOf(path), version)
      return content
    }
    jobs.push({ ...page, path, content })
    if (mayThread && jobs.length >= MANY) pool ??= start()
    return content
  }
  const note = (done: typeof jobs, stamps: readonly string[]) => {
    done.forEach(({ file, content, version }, at) => known.note(file, content, stamps[at] ?? '', version))
  }
  const makerHere = lazy(async () => pageMaker(site, code.templates, await loadRenderer(code.renderer)))
  const makeHere = async (batch: typeof jobs) => {
    const make = await makerHere()
    note(batch, batch.map((job) => writeChanged(job.path, make(job), isFresh)))
  }
  const startBatch = () => {
    if (jobs.length === 0) return
    const batch = jobs
    jobs = []
    const run = Promise.resolve(pool).then(async (one) => {
      if (one === null) return makeHere(batch)
      note(batch, (await one.run(batch.map(({ path, json, sidebar, older, card }): PageJob => ({ path, json, sidebar, older, card })))) as string[])
    })
    batches.push(run)
    running.add(run)
    run.finally(() => running.delete(run)).catch(() => undefined)
  }
  const hasRoom = async () => {
    await pool
    while (running.size > threads * WAITING) await Promise.race(running).catch(() => undefined)
  }
  return {
    addStory(position, json) {
      const story = bundle.summaries()[position]
      if (story === undefined) throw new RangeError(`There is no story ${position}.`)
      const content = add(storyPage(site, story, json, cards.get(story.id) ?? null))
      if (pool !== null && jobs.length >= BATCH) startBatch()
      return content
    },
    hasRoom,
    async addOthers() {
      for (const page of listSitePages(bundle, site)) {
        add(page)
        if (pool !== null && jobs.length >= LISTS) startBatch()
        await hasRoom()
      }
      if (pool !== null) startBatch()
    },
    async finish() {
      startBatch()
      await Promise.all(batches)
    },
    async stop() {
      const one = await pool?.catch(() => null)
      await one?.destroy()
    },
  }
}

/** Threads that make pages; null where their code can't be written. */
async function startPool(workerData: PageWorkerData, maxThreads: number): Promise<Tinypool | null> {
  const worker = await bundleWorker('page-worker').catch(() => null)
  if (worker === null) return null
  const { Tinypool } = await import('tinypool')
  const { file: filename } = worker
  return new Tinypool({ filename, minThreads: maxThreads, maxThreads, workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } })
}
