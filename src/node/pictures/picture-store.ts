import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { ResizedImage } from '../../shared/contract/bundle.ts'
import { writeAtomic } from '../lib/write-atomic.ts'
import { ENCODING, type Copies } from './resize-picture.ts'

/** A copy of a picture, to be written into the site. */
export interface PictureFile {
  /** `data/images/<name>-<width>.<format>`. */
  readonly file: string
  readonly read: () => Uint8Array
}

/** A picture's copies as pages name them, with the size of the largest. */
export interface ResizedPicture {
  readonly image: ResizedImage
  readonly width: number
  readonly height: number
  readonly files: readonly PictureFile[]
}

/** What became of an address: the content's hash, or why there is none. `time` is in ms. */
export type AddressRecord = { readonly content: string } | { readonly problem: string; readonly time: number }

/** A copy's file with its number of bytes, which shows whether it is whole. */
type StoredCopies = Pick<ResizedPicture, 'image' | 'width' | 'height'> & { readonly files: readonly (readonly [file: string, bytes: number])[] }

/** Pictures that earlier builds fetched and resized, in a folder; null keeps nothing after this build. */
export class PictureStore {
  readonly #folder: string | null

  constructor(folder: string | null) {
    this.#folder = folder
  }

  /** What became of an address in an earlier build; null when it was never asked for. */
  address(address: string): AddressRecord | null {
    const record = this.#readJson(addressFile(address)) as AddressRecord | null
    return record !== null && ('content' in record || 'problem' in record) ? record : null
  }

  setAddress(address: string, record: AddressRecord): void {
    this.#write(addressFile(address), JSON.stringify({ address, ...record }))
  }

  /** Stores a fetched picture as it is. Returns the hash that names it. */
  addOriginal(bytes: Uint8Array): string {
    const content = hash('sha256', bytes, 'hex')
    this.#write(join('originals', content), bytes)
    return content
  }

  /** A fetched picture; null when it is missing or damaged. */
  original(content: string): Uint8Array | null {
    const bytes = this.#read(join('originals', content))
    return bytes !== null && hash('sha256', bytes, 'hex') === content ? bytes : null
  }

  /** Copies of the picture with this content; null when they were never made, or are damaged. */
  copies(content: string): ResizedPicture | null {
    const name = nameOf(content)
    const stored = this.#readJson(join('copies', `${name}.json`)) as StoredCopies | null
    if (this.#folder === null || stored === null) return null
    const folder = this.#folder
    const pathOf = (file: string) => join(folder, 'copies', file.slice(file.lastIndexOf('/') + 1))
    if (!stored.files.every(([file, bytes]) => statSync(pathOf(file), { throwIfNoEntry: false })?.size === bytes)) return null
    return { ...stored, files: stored.files.map(([file]) => ({ file, read: () => readFileSync(pathOf(file)) })) }
  }

  setCopies(content: string, { copies, colour, width, height }: Copies): ResizedPicture {
    const name = nameOf(content)
    const image = { name, widths: [...new Set(copies.map((copy) => copy.width))], colour }
    const files = copies.map((copy) => ({ file: dataFiles.resizedImage(name, copy.width, copy.format), bytes: copy.bytes }))
    for (const { file, bytes } of files) this.#write(join('copies', file.slice(file.lastIndexOf('/') + 1)), bytes)
    const stored: StoredCopies = { image, width, height, files: files.map(({ file, bytes }) => [file, bytes.length]) }
    this.#write(join('copies', `${name}.json`), JSON.stringify(stored))
    // Where nothing can be stored, the bytes wait in memory.
    return this.copies(content) ?? { image, width, height, files: files.map(({ file, bytes }) => ({ file, read: () => bytes })) }
  }

  #read(file: string): Buffer | null {
    try {
      return this.#folder === null ? null : readFileSync(join(this.#folder, file))
    } catch {
      return null
    }
  }

  #readJson(file: string): unknown {
    try {
      return JSON.parse(this.#read(file)?.toString() ?? 'null') as unknown
    } catch {
      return null
    }
  }

  #write(file: string, content: string | Uint8Array): void {
    if (this.#folder !== null) writeAtomic(join(this.#folder, file), content)
  }
}

function addressFile(address: string): string {
  return join('addresses', `${hash('sha256', address, 'hex')}.json`)
}

/** Names the copies of a picture: another encoding needs another name, because browsers keep files under `data/images/`. */
function nameOf(content: string): string {
  return hash('sha256', `${ENCODING} ${content}`, 'hex').slice(0, 16)
}
