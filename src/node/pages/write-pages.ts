import { hash } from 'node:crypto'
import type { Story } from '../../shared/contract/bundle.ts'
import type { Site } from '../../shared/contract/site.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'
import type { BuildManifest } from '../output/build-manifest.ts'
import { listPages, storyPage, type SitePage } from './list-pages.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import { MIN_PAGES, pagePool, type PendingPage } from './page-pool.ts'
import type { PageCode } from '../app/build-app.ts'

export interface PagesOptions {
  readonly site: Site
  readonly code: PageCode
  /** Files of drawn preview images, by story id. */
  readonly previewImages: ReadonlyMap<string, string>
  readonly manifest: BuildManifest
  /** Null where workers may not be used. */
  readonly loadWorker: LoadWorker | null
}

/** Writes prerendered pages, except those that an earlier build made from the same content and nobody has touched. */
export interface PageWriter {
  /** Adds a story's page. Returns a hash of everything it is made from. */
  addStory(position: number, story: Story): string
  /** Resolves when more pages may be added. */
  waitForCapacity(): Promise<void>
  /** Adds all other pages. */
  addOthers(): Promise<void>
  /** Resolves when every page is written. */
  finish(): Promise<void>
  /** Ends the workers, even unfinished ones. */
  stop(): Promise<void>
}

/** A writer of all pages of a bundle. */
export function pageWriter(output: OutputFolder, bundle: Bundle, options: PagesOptions): PageWriter {
  const { site, code, previewImages, manifest, loadWorker } = options
  const { target } = output
  const pool = pagePool({
    data: { site, code, target },
    loadWorker,
    // Every page of a fresh folder must be rendered.
    startsAtOnce: target.isFresh && bundle.seeds.length >= MIN_PAGES,
    onWritten: ({ file, content }, fingerprint) => manifest.record(file, content, fingerprint),
  })
  const toPending = (page: SitePage): PendingPage => {
    const { json, older, previewImage } = page
    output.claim(page.file)
    return { ...page, content: hash('sha1', json + JSON.stringify([older, previewImage]), 'base64') }
  }
  const isUpToDate = ({ file, content }: PendingPage) => manifest.isUpToDate(file, content)
  return {
    addStory(position, story) {
      const page = toPending(storyPage(site, story, previewImages.get(story.id) ?? null))
      if (!isUpToDate(page)) pool.addStory(page, position / bundle.seeds.length)
      return page.content
    },
    async addOthers() {
      for (const listed of listPages(bundle, site)) {
        const page = toPending(listed)
        if (!isUpToDate(page)) pool.addList(page)
        await pool.waitForCapacity()
      }
      pool.flush()
    },
    waitForCapacity: () => pool.waitForCapacity(),
    finish: () => pool.finish(),
    stop: () => pool.stop(),
  }
}
