import { hash } from 'node:crypto'
import type { Site } from '../../shared/contract/site.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { BuildManifest } from '../output/build-manifest.ts'
import { listSitePages, storyPage } from './list-pages.ts'
import type { SitePage } from './list-pages.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import { MANY_PAGES, pageLanes } from './page-pool.ts'
import type { PageToMake } from './page-pool.ts'
import type { PageCode } from '../app/build-app.ts'
import { fingerprintOf } from '../lib/file-fingerprint.ts'
import type { StoryJson } from '../stories/story-json.ts'
import { retellVersion } from './page-version.ts'

/** What pages are made from. */
export interface PagesOptions {
  readonly site: Site
  readonly code: PageCode
  /** Files of drawn cards, by story id. */
  readonly cards: ReadonlyMap<string, string>
  readonly known: BuildManifest
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
  // In a fresh folder every page must be made: threads need not wait for the first.
  const isMuch = isFresh && bundle.seeds.length >= MANY_PAGES
  const lanes = pageLanes({ site, code, isFresh }, mayThread, isMuch, ({ file, content, version }, stamp) => known.note(file, content, stamp, version))

  /** A page's content, and what is left to do about it; null for nothing. */
  const look = (page: SitePage): readonly [content: string, left: PageToMake | null] => {
    const { file, version } = page
    const path = output.claim(file)
    const content = hash('sha1', page.content, 'base64')
    const told = known.versionIn(file, path, content)
    if (told === version) return [content, null]
    if (told !== null && retellVersion(path, told, version)) {
      known.note(file, content, fingerprintOf(path), version)
      return [content, null]
    }
    return [content, { ...page, path, content }]
  }
  return {
    addStory(position, json) {
      const story = bundle.summaries()[position]
      if (story === undefined) throw new RangeError(`There is no story ${position}.`)
      const [content, left] = look(storyPage(site, story, json, cards.get(story.id) ?? null))
      if (left !== null) lanes.addStory(left, position / bundle.seeds.length)
      return content
    },
    async addOthers() {
      for (const page of listSitePages(bundle, site)) {
        const [, left] = look(page)
        if (left !== null) lanes.addList(left)
        await lanes.hasRoom()
      }
      lanes.flush()
    },
    hasRoom: () => lanes.hasRoom(),
    finish: () => lanes.finish(),
    stop: () => lanes.stop(),
  }
}
