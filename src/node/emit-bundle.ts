import type { Bundle } from './assemble-bundle.ts'
import type { PageEmitter } from './emit-pages.ts'
import type { OutputFolder } from './output-folder.ts'
import type { SeedImageFile } from './seed-story.ts'

/**
 * Writes the bundle, its images and its pages, and removes what an earlier build left under `data/`.
 * `onProgress` is told after each file of the bundle.
 */
export async function emitBundle(
  output: OutputFolder,
  bundle: Bundle,
  images: readonly SeedImageFile[],
  pages: PageEmitter,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  let done = 0
  for (const [file, json] of bundle.files((story, whole) => pages.addStory(story, whole))) {
    output.write(file, json)
    onProgress?.(++done, bundle.size())
    await pages.hasRoom()
  }
  for (const { file, source } of images) output.copy(file, source)
  await pages.finish(bundle)
  output.removeOthers('data')
}
