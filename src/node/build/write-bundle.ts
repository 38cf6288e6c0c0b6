import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { PageWriter } from '../pages/write-pages.ts'
import { imageBytes } from '../seeds/values/local-image.ts'
import type { RunningIndexJob } from '../search/index-job.ts'
import type { BuildManifest } from '../output/build-manifest.ts'
import { writeDraft, type OutputFolder } from '../output/output-folder.ts'
import type { PictureFile } from '../pictures/picture-store.ts'
import type { SeedImageFile } from '../seeds/values/seed-story.ts'

/** Files between two pauses. */
const FILES_PER_PAUSE = 32

export interface BundleParts {
  readonly bundle: Bundle
  readonly images: readonly SeedImageFile[]
  readonly pictures: readonly PictureFile[]
  readonly pages: PageWriter
  readonly index: RunningIndexJob
  readonly manifest: BuildManifest
  /** Called after each story. */
  readonly onProgress: (done: number, total: number) => void
  /** Called while the workers still render. */
  readonly writeMore: () => void
}

/** Writes the bundle with its search index, its images and its pages. */
export async function writeBundle(output: OutputFolder, { bundle, images, pictures, pages, index, manifest, onProgress, writeMore }: BundleParts): Promise<void> {
  let files = 0
  let stories = 0
  const pause = async () => {
    // Workers start, and take their work, only while this thread pauses.
    if (++files % FILES_PER_PAUSE === 0) await new Promise((resolve) => setImmediate(resolve))
    await pages.waitForCapacity()
  }
  for (const [file, positions] of bundle.storyFiles()) {
    const own = positions.map((position) => bundle.story(position))
    const content = own.map((story, at) => pages.addStory(positions[at] ?? 0, story)).join(' ')
    output.claim(file)
    if (!manifest.isUpToDate(file, content)) {
      manifest.record(file, content, writeDraft(output.target, file, Buffer.from(JSON.stringify(own))))
    }
    onProgress((stories += positions.length), bundle.seeds.length)
    await pause()
  }
  for (const [file, json] of bundle.listFiles()) {
    output.write(file, json)
    await pause()
  }
  const copied = images.map((image) => ({ file: image.file, read: () => imageBytes(image) }))
  for (const { file, read } of [...copied, ...pictures]) {
    output.claim(file)
    // Its name is a hash of its content.
    if (!manifest.isUpToDate(file, file)) manifest.record(file, file, writeDraft(output.target, file, read()))
    await pause()
  }
  await pages.addOthers()
  writeMore()
  await pages.finish()
  for (const [file, content] of await index.files) output.write(file, content)
}
