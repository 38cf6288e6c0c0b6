import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { PageEmitter } from '../pages/write-pages.ts'
import { imageBytes } from '../seeds/values/local-image.ts'
import type { RunningIndexJob } from '../search/index-job.ts'
import { heapKeeper } from '../lib/collect-garbage.ts'
import type { BuildManifest } from '../output/build-manifest.ts'
import { writeChanged } from '../output/output-folder.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import type { SeedImageFile } from '../seeds/values/seed-story.ts'
import { joinStory } from '../stories/story-json.ts'

/** Files that tell a reader of all others: written last, so that it finds whatever it is told of. */
const LAST: readonly string[] = [dataFiles.catalog, dataFiles.version]

/** Files between two pauses. */
const FILES = 32

/**
 * Writes the bundle with its index, its images and its pages.
 * `onProgress` is told of each story; `emitMore` is called while threads are still at work.
 */
export async function emitBundle(
  output: OutputFolder,
  bundle: Bundle,
  images: readonly SeedImageFile[],
  pages: PageEmitter,
  index: RunningIndexJob,
  known: BuildManifest,
  onProgress: (done: number, total: number) => void,
  emitMore: () => void,
): Promise<void> {
  const keepHeapSmall = heapKeeper()
  const last = new Map<string, string>()
  let files = 0
  let stories = 0
  const pause = async () => {
    keepHeapSmall()
    // Threads start, and are given work, only in the pauses of this one.
    if (++files % FILES === 0) await new Promise((resolve) => setImmediate(resolve))
    await pages.hasRoom()
  }
  for (const [file, positions] of bundle.storyFiles()) {
    const own = positions.map((position) => [position, bundle.storyJson(position)] as const)
    const content = own.map(([position, json]) => pages.addStory(position, json)).join(' ')
    const path = output.claim(file)
    if (known.versionIn(file, path, content) === null) {
      known.note(file, content, writeChanged(path, Buffer.from(`[${own.map(([, json]) => joinStory(json)).join(',')}]`), output.isFresh))
    }
    onProgress((stories += positions.length), bundle.seeds.length)
    await pause()
  }
  for (const [file, json] of bundle.listFiles()) {
    if (LAST.includes(file)) last.set(file, json)
    else output.write(file, json)
    await pause()
  }
  for (const image of images) {
    const { file } = image
    const path = output.claim(file)
    // Its name is its content's hash.
    if (known.versionIn(file, path, file) === null) known.note(file, file, writeChanged(path, imageBytes(image), output.isFresh))
  }
  await pages.addOthers()
  emitMore()
  await pages.finish()
  for (const [file, json] of await index.files) output.write(file, json)
  for (const [file, json] of last) output.write(file, json)
  known.keep()
}
