import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoryImage } from '../../shared/contract/bundle.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { ImagesSetting } from '../config/read-options.ts'
import type { Issue } from '../issues/issue.ts'
import { forEachConcurrent } from '../lib/concurrency.ts'
import type { SeedImageFile, SeedStory } from '../seeds/values/seed-story.ts'
import { picturesIn, replacePictures, type BodyPicture } from './body-pictures.ts'
import { fetchPictures } from './fetch-pictures.ts'
import { pictureIssues, type MissingPicture } from './picture-issues.ts'
import { PictureStore, type PictureFile, type ResizedPicture } from './picture-store.ts'
import { resizePicture } from './resize-picture.ts'

/** Pictures of one story that the build asks other hosts for. */
const MAX_PER_STORY = 100
/** Pictures that are read at once. */
const READ_AT_ONCE = 4

export interface PictureOptions {
  readonly images: ImagesSetting
  readonly allowPrivate: boolean
  /** Folder of the store; null for none. */
  readonly folder: string | null
  /** The seeds folder, and its name in issues. */
  readonly seeds: string
  readonly toDisplay: (path: string) => string
  readonly now: number
  readonly onProgress: (done: number, total: number) => void
}

/** Stories whose pictures are files of the site where they can be, and these files. */
export interface SitePictures {
  readonly stories: readonly SeedStory[]
  readonly files: readonly PictureFile[]
  readonly issues: readonly Issue[]
}

/**
 * Resizes the pictures beside the seeds and, with `keep`, those of other hosts, after fetching what no earlier build
 * has. A picture that can't be fetched is left out and reported.
 */
export async function sitePictures(stories: readonly SeedStory[], images: readonly SeedImageFile[], options: PictureOptions): Promise<SitePictures> {
  const { folder, now, allowPrivate, onProgress } = options
  const store = new PictureStore(folder)
  const sources = new Map(images.map(({ file, source }) => [file, source]))
  const own = new Set<string>()
  /** Addresses with the first story that shows each. */
  const elsewhere = new Map<string, SeedStory>()
  const problems = new Map<string, string>()
  for (const story of stories) {
    let asked = 0
    for (const picture of picturesOf(story)) {
      if (sources.has(picture)) own.add(picture)
      else if (options.images === 'keep' && isAddress(picture) && !elsewhere.has(picture)) {
        elsewhere.set(picture, story)
        if (++asked > MAX_PER_STORY) problems.set(picture, `of a story, ${MAX_PER_STORY} pictures are kept`)
      }
    }
  }
  const resized = new Map<string, ResizedPicture>()
  let done = 0
  const finish = (picture: string, result: ResizedPicture | null) => {
    if (result !== null) resized.set(picture, result)
    onProgress(++done, own.size + elsewhere.size)
  }
  await forEachConcurrent(own, READ_AT_ONCE, async (file) => {
    const source = sources.get(file) ?? ''
    finish(file, store.copies(file) ?? (await toCopies(store, file, () => readFileSync(source), true)))
  })
  const toFetch: string[] = []
  await forEachConcurrent(elsewhere.keys(), READ_AT_ONCE, async (address) => {
    const known = problems.has(address) ? null : await fromStore(store, address)
    if (known === null && !problems.has(address)) toFetch.push(address)
    else finish(address, known)
  })
  const onPicture = async (address: string, picture: { readonly bytes: Uint8Array } | { readonly problem: string }) => {
    let problem = 'problem' in picture ? picture.problem : ''
    let result: ResizedPicture | null = null
    if ('bytes' in picture) {
      const content = store.addOriginal(picture.bytes)
      result = store.copies(content) ?? (await toCopies(store, content, () => picture.bytes, false))
      problem = 'it is damaged, or too large to be decoded'
      store.setAddress(address, result === null ? { problem, time: now } : { content })
    }
    if (result === null) problems.set(address, problem)
    finish(address, result)
  }
  await fetchPictures(toFetch, { store, allowPrivate, now, onPicture })
  const missing = [...elsewhere].flatMap(([address, { path }]): MissingPicture[] => {
    const problem = problems.get(address)
    return problem === undefined ? [] : [{ address, problem, path: join(options.seeds, path), file: options.toDisplay(path) }]
  })
  const files = new Map([...resized.values()].flatMap((picture) => picture.files.map((file) => [file.file, file] as const)))
  return {
    stories: stories.map((story) => withPictures(story, resized, problems)),
    files: [...files.values()],
    issues: pictureIssues(missing),
  }
}

async function fromStore(store: PictureStore, address: string): Promise<ResizedPicture | null> {
  const record = store.address(address)
  if (record === null || !('content' in record)) return null
  const { content } = record
  const copies = store.copies(content)
  if (copies !== null) return copies
  const original = store.original(content)
  return original === null ? null : toCopies(store, content, () => original, false)
}

/** Null for a picture that can't be decoded, and for an animation that is kept as it is. */
async function toCopies(store: PictureStore, content: string, read: () => Uint8Array, keepsAnimations: boolean): Promise<ResizedPicture | null> {
  if (content.endsWith('.svg')) return null
  const copies = await resizePicture(read(), keepsAnimations)
  return copies === null ? null : store.setCopies(content, copies)
}

function picturesOf({ images, bodyHtml }: SeedStory): string[] {
  return [...images.map(({ url }) => url), ...(bodyHtml === null ? [] : picturesIn(bodyHtml))]
}

function isAddress(picture: string): boolean {
  return /^https?:/i.test(picture)
}

function withPictures(story: SeedStory, resized: ReadonlyMap<string, ResizedPicture>, gone: ReadonlyMap<string, string>): SeedStory {
  const toImage = (image: StoryImage): StoryImage => {
    const picture = resized.get(image.url)
    if (picture === undefined) return image
    const { width, height } = picture
    return isAddress(image.url) ? { ...image, url: largestOf(picture), width, height, resized: picture.image } : { ...image, resized: picture.image }
  }
  const inBody = (url: string): BodyPicture => {
    const picture = resized.get(url)
    if (picture === undefined) return gone.has(url) ? null : undefined
    return { url: isAddress(url) ? largestOf(picture) : url, resized: picture.image }
  }
  // Two addresses may have the same picture.
  const images = new Map(story.images.filter(({ url }) => !gone.has(url)).map(toImage).map((image) => [image.url, image]))
  return {
    ...story,
    images: [...images.values()],
    // They are only compared with those of stories.
    coverage: story.coverage.map((entry) => (entry.image === null || !resized.has(entry.image.url) ? entry : { ...entry, image: toImage(entry.image) })),
    bodyHtml: story.bodyHtml === null ? null : replacePictures(story.bodyHtml, inBody),
  }
}

function largestOf({ image: { name, widths } }: ResizedPicture): string {
  return dataFiles.resizedImage(name, widths.at(-1) ?? 0, 'webp')
}
