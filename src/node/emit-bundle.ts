import type { Bundle } from './assemble-bundle.ts'
import type { OutputFolder } from './output-folder.ts'
import type { SeedImageFile } from './seed-story.ts'

/** Writes the bundle and its images, and removes what an earlier build left under `data/`. `onFile` is told after each file. */
export function emitBundle(output: OutputFolder, bundle: Bundle, images: readonly SeedImageFile[], onFile?: () => void): void {
  for (const [file, json] of bundle.files()) {
    output.write(file, json)
    onFile?.()
  }
  for (const { file, source } of images) output.copy(file, source)
  output.removeOthers('data')
}
