import { workerData } from 'node:worker_threads'
import type { Site } from '../../shared/contract/site.ts'
import { pageMaker } from './render-page.ts'
import type { Page } from './render-page.ts'
import { writeChanged } from '../output/output-folder.ts'
import { loadRenderer } from '../app/page-renderer.ts'
import type { PageCode } from '../app/build-app.ts'

/** What every worker is told once. */
export interface PageWorkerData {
  readonly site: Site
  readonly code: PageCode
  /** Of the output folder. */
  readonly isFresh: boolean
}

/** A page and the absolute path it is written to. */
export interface PageJob extends Page {
  readonly path: string
}

// Tinypool hands a worker its own data first.
const [, { site, code, isFresh }] = workerData as [unknown, PageWorkerData]
const makePage = loadRenderer(code.renderer).then((renderPage) => pageMaker(site, code.templates, renderPage))

/** What a worker thread runs for each batch of pages: makes and writes them. Returns the stamp of each file. */
export default async function makePages(jobs: readonly PageJob[]): Promise<string[]> {
  const make = await makePage
  return jobs.map((job) => writeChanged(job.path, make(job), isFresh))
}
