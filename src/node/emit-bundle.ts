import type { Bundle } from './assemble-bundle.ts'
import type { OutputFolder } from './output-folder.ts'
import type { SeedImageFile } from './seed-story.ts'

/** Writes the bundle and its images, and removes what an earlier build left under `data/`. `onProgress` is told after each file. */
export function emitBundle(output: OutputFolder, bundle: Bundle, images: readonly SeedImageFile[], onProgress?: (done: number, total: number) => void): void {
  let done = 0
  for (const [file, json] of bundle.files()) {
    output.write(file, json)
    onProgress?.(++done, bundle.size())
  }
  for (const { file, source } of images) output.copy(file, source)
  output.removeOthers('data')
}
