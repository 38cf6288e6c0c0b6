import { dataFiles } from '../shared/permalinks.ts'
import type { Bundle } from './assemble-bundle.ts'
import { indexFiles } from './index-files.ts'
import type { OutputFolder } from './output-folder.ts'
import type { SeedImageFile } from './seed-story.ts'

/** Writes the bundle and its images, and removes what an earlier build left under `data/`. `onProgress` is told after each file. */
export async function emitBundle(
  output: OutputFolder,
  bundle: Bundle,
  images: readonly SeedImageFile[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const index = indexFiles(bundle.indexed())
  // Lets the thread start: what follows leaves no time for it.
  await new Promise((resolve) => setImmediate(resolve))
  let done = 0
  let catalog = ''
  for (const [file, json] of bundle.files()) {
    if (file === dataFiles.catalog) catalog = json
    else output.write(file, json)
    onProgress?.(++done, bundle.size())
  }
  for (const { file, source } of images) output.copy(file, source)
  for (const [file, json] of await index) output.write(file, json)
  // Last, because it names the index: a reader finds all it is told of.
  output.write(dataFiles.catalog, catalog)
  output.removeOthers('data')
}
