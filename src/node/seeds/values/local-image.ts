import { hash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { readImageDimensions } from './image-dimensions.ts'
import type { ImageDimensions } from './image-dimensions.ts'
import { userError } from '../../lib/user-error.ts'
import type { SeedImageFile, SeedPlace } from './seed-story.ts'
import { locatedFingerprintOf } from '../../lib/file-fingerprint.ts'

/** Largest picture beside a seed, in bytes. */
const MAX_BYTES = 20 * 1024 * 1024

/** A picture to show, its size null where its file tells none, or why it can't be shown. */
type ImageFile = { readonly image: SeedImageFile; readonly size: ImageDimensions | null } | { readonly problem: string }

/** How each kind of picture begins. SVG is none of them: it can hold scripts. */
const KINDS: readonly { readonly name: string; readonly extension: string; begins(head: string): boolean }[] = [
  { name: 'JPEG', extension: 'jpg', begins: (head) => head.startsWith('\xff\xd8\xff') },
  { name: 'PNG', extension: 'png', begins: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { name: 'GIF', extension: 'gif', begins: (head) => /^GIF8[79]a/.test(head) },
  { name: 'WebP', extension: 'webp', begins: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8) },
  { name: 'AVIF', extension: 'avif', begins: (head) => head.startsWith('ftyp', 4) && /avi[fs]/.test(head.slice(8, 32)) },
]

/**
 * The gate for paths: a picture that a seed names by a path relative to itself. It must lie under the
 * seeds folder, also when symbolic links are followed, and be the kind of picture its name says.
 * The problem is a clause to follow `can't be shown: `. Nothing else a seed says touches the disk.
 */
export function readImageFile(place: SeedPlace, named: string): ImageFile {
  const extension = /\.([a-z]+)$/i.exec(named.slice(-6))?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  const kind = KINDS.find((candidate) => candidate.extension === extension)
  if (!kind) return { problem: 'a picture beside its seed is a jpg, png, gif, webp or avif file; others are opened at https:// only.' }
  const path = posix.join(posix.dirname(place.path), named)
  if (/[\p{Cc}\\]/u.test(named) || posix.isAbsolute(named) || path.startsWith('../')) return { problem: OUTSIDE }
  const file = join(place.root, path)
  // Taken before it is read: a picture saved meanwhile is read again next time.
  const stamp = locatedFingerprintOf(file)
  place.dependencies.set(file, stamp)
  try {
    return readKind(place.root, file, stamp, kind)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return { problem: 'there is no such file beside the seed.' }
    // It is tried again next time.
    place.dependencies.set(file, '')
    return { problem: 'the file beside the seed could not be read.' }
  }
}

const OUTSIDE = "it does not lie under the seeds folder. Move it there, and name it by its path from the seed's own folder."

function readKind(root: string, file: string, stamp: string, kind: (typeof KINDS)[number]): ImageFile {
  // Asked before the file is opened: opening a pipe would wait forever.
  const stat = statSync(file)
  if (!stat.isFile()) return { problem: 'it is not a file.' }
  if (stat.size > MAX_BYTES) return { problem: 'it is larger than 20 MB. Make it smaller.' }
  const source = realpathSync.native(file)
  if (!source.startsWith(realpathSync.native(root) + sep)) return { problem: OUTSIDE }
  const key = `${kind.extension} ${source}`
  const known = KNOWN.get(key)
  if (known?.stamp === stamp) return known.found
  const found = recognise(source, kind)
  KNOWN.set(key, { stamp, found })
  return found
}

/** Pictures that were read before, by kind and place: one picture often stands on many stories. */
const KNOWN = new Map<string, { readonly stamp: string; readonly found: ImageFile }>()

function recognise(source: string, kind: (typeof KINDS)[number]): ImageFile {
  const bytes = readFileSync(source)
  if (!kind.begins(bytes.subarray(0, 32).toString('latin1'))) return { problem: `its content is not a ${kind.name} picture, as its name says.` }
  return { image: { file: nameOf(bytes, kind.extension), source }, size: readImageDimensions(bytes) }
}

function nameOf(bytes: Uint8Array, extension: string): string {
  return dataFiles.image(`${hash('sha256', bytes, 'hex').slice(0, 12)}.${extension}`)
}

/** A picture's bytes. Throws, with what to do, when they are not those that gave it its name. */
export function imageBytes({ file, source }: SeedImageFile): Uint8Array {
  try {
    const bytes = readFileSync(source)
    if (nameOf(bytes, file.slice(file.lastIndexOf('.') + 1)) === file) return bytes
  } catch (error) {
    throw userError(`The picture ${source} can't be read any more: ${error instanceof Error ? error.message : String(error)}. Build again.`)
  }
  throw userError(`The picture ${source} has changed while the site was built. Build again.`)
}
