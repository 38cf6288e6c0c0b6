/** A file on disk that is kept equal to the library, so that a folder synchroniser carries it to the user's other devices. */
import { del, get, set } from 'idb-keyval'
import { sharedValue } from '../data/shared-value.ts'
import { currentLibrary } from './current-library.ts'
import { valueStore } from './device-storage.ts'
import { LibraryError, parseLibraryFile, toLibraryFile } from './library-file.ts'

/** What TypeScript does not know of a file handle yet. */
interface WritableFileHandle extends FileSystemFileHandle {
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

interface FilePickers {
  showSaveFilePicker(options: object): Promise<WritableFileHandle>
  showOpenFilePicker(options: object): Promise<WritableFileHandle[]>
}

/** `current`: equal to the library. `paused`: the browser wants to ask for permission again. `failed`: the file could not be read or written. */
export type LinkedFileStatus = 'current' | 'paused' | 'failed' | LibraryError['reason']

export interface LinkedFile {
  readonly name: string
  readonly status: LinkedFileStatus
}

const KEY = 'file'
const ACCESS = { mode: 'readwrite' } as const
const TYPES = { types: [{ accept: { 'application/json': ['.json'] } }] }
/** Milliseconds in which changes are collected before the file is written. */
const WRITE_DELAY = 1000

const scope = import.meta.env.BASE_URL
const store = valueStore(scope)
const pickers = globalThis as unknown as FilePickers
let timer: ReturnType<typeof setTimeout> | undefined

/** The file that is kept up to date; null for none. */
export const linkedFile = sharedValue<LinkedFile | null>(null)

/** Whether the browser can write to a file that the user has chosen. */
export const canLinkFile = (): boolean => 'showSaveFilePicker' in globalThis

/** Updates the file now, after each change, and when the user comes back to the page. */
export function startLinkedFile(): void {
  if (!canLinkFile()) return
  currentLibrary().subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(() => void updateLinkedFile(), WRITE_DELAY)
  })
  document.addEventListener('visibilitychange', () => void updateLinkedFile())
  void updateLinkedFile()
}

/** Lets the user choose a file, and keeps it up to date from now on. A new file replaces one of the same name; an existing one is merged first. */
export async function linkFile(kind: 'new' | 'existing'): Promise<void> {
  const options = { ...TYPES, suggestedName: 'newsfold-library.json' }
  const handle = kind === 'new' ? await pickers.showSaveFilePicker(options) : (await pickers.showOpenFilePicker(TYPES))[0]
  if (handle === undefined) return
  await handle.requestPermission(ACCESS)
  await exclusively(() => set(KEY, handle, store))
  await updateLinkedFile()
}

/** Lets the browser ask again whether the file may be written. It does so only after a press. */
export async function resumeLinkedFile(): Promise<void> {
  const handle = await get<WritableFileHandle>(KEY, store)
  await handle?.requestPermission(ACCESS)
  await updateLinkedFile()
}

/** Leaves the file as it is from now on. */
export async function unlinkFile(): Promise<void> {
  if (!canLinkFile()) return
  await exclusively(() => del(KEY, store))
  linkedFile.set(null)
}

/** Reads the file, merges it into the library and writes the result. Never fails: what goes wrong is in the status. */
function updateLinkedFile(): Promise<void> {
  clearTimeout(timer)
  return exclusively(async () => {
    // Another tab may have chosen another file since.
    const handle = await storedHandle()
    linkedFile.set(handle === undefined ? null : { name: handle.name, status: await update(handle) })
  })
}

/** The file's handle; undefined for none, and where storage is blocked. */
async function storedHandle(): Promise<WritableFileHandle | undefined> {
  try {
    return await get<WritableFileHandle>(KEY, store)
  } catch {
    return undefined
  }
}

async function update(handle: WritableFileHandle): Promise<LinkedFileStatus> {
  const library = currentLibrary()
  const libraryText = () => toLibraryFile(library.getSnapshot().state)
  try {
    if ((await handle.queryPermission(ACCESS)) !== 'granted') return 'paused'
    const text = await (await handle.getFile()).text()
    // A new file is empty.
    if (text !== '' && text !== libraryText()) {
      const other = parseLibraryFile(text)
      library.change(() => other)
    }
    const merged = libraryText()
    if (merged === text) return 'current'
    const writer = await handle.createWritable()
    await writer.write(merged)
    await writer.close()
    return 'current'
  } catch (error) {
    return error instanceof LibraryError ? error.reason : 'failed'
  }
}

/** Runs something while no other tab of the site does. */
async function exclusively(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request(`newsfold-library ${scope}`, act)
}
