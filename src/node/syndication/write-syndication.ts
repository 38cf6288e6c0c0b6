import { archiveIndexPath, dayPath, threadPath } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import { dayPages } from '../bundle/day-pages.ts'
import { archivePaths } from '../bundle/archive-pages.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import { syndicate } from './syndicate.ts'
import type { Syndicated } from './types.ts'

/** Feeds for each list of stories, and the other files. */
const FEED_FORMATS = 3
const OTHER_FILES = 5

/** Writes feeds, the sitemap and the other files of `syndicate`; `onProgress` is called after each. */
export function writeSyndication(
  output: OutputFolder,
  bundle: Bundle,
  site: Site,
  { base, assetsDir, images }: Pick<Syndicated, 'base' | 'assetsDir' | 'images'>,
  onProgress: (done: number, total: number) => void,
): void {
  const topicLists = bundle.topicLists()
  const files = syndicate({
    site,
    base,
    assetsDir,
    images,
    stories: bundle.seeds,
    story: (position) => bundle.syndicated(position),
    topicLists,
    threads: bundle.threads().map(({ slug, title, stories: positions }) => ({ slug, title, positions })),
    days: () => dayPages(bundle),
    sizeOf: (file) => output.sizeOf(file),
    archivePaths: [
      archiveIndexPath,
      ...bundle.threads().flatMap(bundle.threadPages).map(({ slug, page }) => threadPath(slug, page)),
      ...archivePaths(bundle.summaries()),
      // Last, because they grow every day, and so move nothing.
      ...[...bundle.days().keys()].reverse().map(dayPath),
    ],
  })
  const total = (topicLists.length + bundle.threads().length + 2) * FEED_FORMATS + OTHER_FILES
  let done = 0
  for (const { file, bytes } of files) {
    // The slugs of topics and threads come from seeds.
    if (/^(?:topic|thread|day)\//.test(file)) output.write(file, bytes)
    else output.writeOwn(file, bytes)
    onProgress(++done, Math.max(done, total))
  }
}
