import { hash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { imageFormatOf, type ImageFormat } from './image-formats.ts'
import { findImagesByName } from './image-names.ts'
import { readImageDimensions, type ImageDimensions } from './image-dimensions.ts'
import { userError } from '../../lib/user-error.ts'
import { canonicalAddress, parseWebAddress } from './web-address.ts'
import type { SeedImageFile, SeedPlace } from './seed-story.ts'
import { locatedFingerprintOf } from '../../lib/file-fingerprint.ts'

/** Largest image file, in bytes. */
const MAX_BYTES = 20 * 1024 * 1024

/** An image file with its size, null when unknown, or why it can't be shown. */
type ImageFile = { readonly image: SeedImageFile; readonly size: ImageDimensions | null } | { readonly problem: string }

/** Places at which the files of one seed are looked for. */
const MAX_LOOKUPS = 1200

/** Folders in which site generators keep images, below the seeds folder or a folder above the seed. */
const IMAGE_FOLDERS = ['', 'static', 'public', 'assets', 'images', 'attachments', 'src', 'src/assets']

/**
 * The gate for paths: finds an image that a seed names by a path. The path starts at the seed's folder, or at one
 * of `IMAGE_FOLDERS`; a file name alone is found anywhere. The file must be in the seeds folder, also when symbolic links are followed, and have the
 * format that its extension says. The problem is a clause to follow `can't be shown: `. Nothing else in a seed
 * touches the disk.
 */
export function readImageFile(place: SeedPlace, written: string): ImageFile {
  const path = decodeSegment(written.replace(/[?#].*$/s, ''))
  const format = imageFormatOf(path)
  if (!format) return { problem: 'the file is not named .jpg, .png, .gif, .webp, .avif or .svg. Convert the image to one of these formats.' }
  if (/[\p{Cc}\\]/u.test(path)) return { problem: OUTSIDE }
  const candidates = [...candidatePaths(place.path, path)]
  const read = readFirst(place, candidates, format)
  if (read !== null) return read
  const named = path.includes('/') ? [] : findImagesByName(place.root, path, place.dependencies)
  if (named.length > 1) return { problem: `${named.length} files have this name: write the path of one of them, such as ${named[0] ?? ''}.` }
  return readFirst(place, named, format) ?? { problem: candidates.length === 0 ? OUTSIDE : "the file does not exist. Check its path, which starts at the seed's folder." }
}

/** The first of these files that exists; null when none does. */
function readFirst(place: SeedPlace, candidates: readonly string[], format: ImageFormat): ImageFile | null {
  let problem: ImageFile | null = null
  for (const candidate of candidates) {
    const file = join(place.root, candidate)
    if (place.dependencies.size >= MAX_LOOKUPS) return { problem: `the seed names too many files: Newsfold looks at ${MAX_LOOKUPS} places. Remove some.` }
    // Most candidates are missing, and looking costs least this way.
    if (isMissing(file)) {
      place.dependencies.set(file, '')
      continue
    }
    // Taken before reading, so that an image saved meanwhile is read again next time.
    const fingerprint = locatedFingerprintOf(file)
    place.dependencies.set(file, fingerprint)
    try {
      return readFormat(place.root, file, fingerprint, format)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') continue
      // No fingerprint matches this one, so the file is tried again next time.
      place.dependencies.set(file, '')
      problem ??= { problem: 'the file can not be read. Check its permissions.' }
    }
  }
  return problem
}

function isMissing(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

/** Paths under the seeds folder at which an image may be, most likely first. */
function* candidatePaths(seed: string, named: string): Generator<string> {
  const isFromRoot = /^(?:\/|@|~\/)/.test(named)
  const bare = posix.normalize(named.replace(/^(?:@\/?|~\/|\/+)/, ''))
  const own = posix.join(posix.dirname(seed), bare)
  if (!isFromRoot && !own.startsWith('../')) yield own
  if (bare.startsWith('../')) return
  for (let folder = posix.dirname(seed); ; folder = posix.dirname(folder)) {
    for (const images of IMAGE_FOLDERS) {
      const path = posix.join(folder, images, bare)
      if (path !== own || isFromRoot) yield path
    }
    if (folder === '.' || folder === '/') return
  }
}

const OUTSIDE = "it is not in the seeds folder. Move it there, and write its path starting at the seed's folder."

function readFormat(root: string, file: string, fingerprint: string, format: ImageFormat): ImageFile {
  // Checked before the file is opened, because opening a pipe would wait forever.
  const stat = statSync(file)
  if (!stat.isFile()) return { problem: 'it is not a file. Name an image file.' }
  if (stat.size > MAX_BYTES) return { problem: 'it is larger than 20 MiB. Make it smaller.' }
  const source = realpathSync.native(file)
  if (!source.startsWith(realpathSync.native(root) + sep)) return { problem: OUTSIDE }
  const key = `${format.extension} ${source}`
  const cached = CACHE.get(key)
  if (cached?.fingerprint === fingerprint) return cached.image
  const image = checkImage(source, format)
  CACHE.set(key, { fingerprint, image })
  return image
}

/** Images that were read before, by format and path: many stories may show the same image. */
const CACHE = new Map<string, { readonly fingerprint: string; readonly image: ImageFile }>()

function checkImage(source: string, format: ImageFormat): ImageFile {
  const bytes = readFileSync(source)
  if (!format.matches(bytes.toString('latin1', 0, format.extension === 'svg' ? bytes.length : 32))) return { problem: `the file is not a ${format.name} image, although its name says so. Rename or convert it.` }
  return { image: { file: nameOf(bytes, format.extension), source }, size: readImageDimensions(bytes) }
}

function nameOf(bytes: Uint8Array, extension: string): string {
  return dataFiles.image(`${hash('sha256', bytes, 'hex').slice(0, 12)}.${extension}`)
}

/** An image file's bytes. Throws a user error when they have changed since the file was named after them. */
export function imageBytes({ file, source }: SeedImageFile): Uint8Array {
  try {
    const bytes = readFileSync(source)
    if (nameOf(bytes, file.slice(file.lastIndexOf('.') + 1)) === file) return bytes
  } catch (error) {
    throw userError(`The image ${source} can no longer be read: ${error instanceof Error ? error.message : String(error)}. Build again.`)
  }
  throw userError(`The image ${source} changed during the build. Build again.`)
}

/** An image that a seed names: on the web, or a file in the seeds folder, which is added to `files`. */
export function findImage(place: SeedPlace, named: string, files: SeedImageFile[]): { readonly url: string; readonly size: ImageDimensions | null } | { readonly problem: string } {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(named)) {
    const address = parseWebAddress(named)
    if ('problem' in address) return address
    // Pages load pictures over https only; a build that keeps them asks as it is written.
    if (place.options.images === 'link') address.url.protocol = 'https:'
    return { url: canonicalAddress(address.url), size: null }
  }
  const found = readImageFile(place, named)
  if ('problem' in found) return found
  const { image, size } = found
  if (!files.some(({ file }) => file === image.file)) files.push(image)
  return { url: image.file, size }
}
