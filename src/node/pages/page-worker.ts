import { workerData } from 'node:worker_threads'
import type { Site } from '../../shared/contract/site.ts'
import { pageHtmlRenderer, type Page } from './render-page.ts'
import { writeDraft, type OutputTarget } from '../output/output-folder.ts'
import { loadRenderer } from '../app/page-renderer.ts'
import type { PageCode } from '../app/build-app.ts'

/** What every worker receives when it starts. */
export interface PageWorkerData {
  readonly site: Site
  readonly code: PageCode
  readonly target: OutputTarget
}

/** A page and the file it is written to. */
export interface PageJob extends Page {
  readonly file: string
}

// Tinypool puts its own data first.
const [, { site, code, target }] = workerData as [unknown, PageWorkerData]
const htmlRenderer = loadRenderer(code.renderer).then((makeRenderer) => pageHtmlRenderer(site, code.templates, makeRenderer))

/** Renders and writes a batch of pages in a worker thread. Returns the fingerprint of each file. */
export default async function writePages(jobs: readonly PageJob[]): Promise<string[]> {
  const render = await htmlRenderer
  return jobs.map((job) => writeDraft(target, job.file, render(job)))
}
