import 'fake-indexeddb/auto'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { currentLibrary, openCurrentLibrary } from '../../../src/client/library/current-library.ts'
import { forgetEverything } from '../../../src/client/library/library-actions.ts'
import { parseLibraryFile, toLibraryFile } from '../../../src/client/library/library-file.ts'
import { changeRead, EMPTY_LIBRARY, isRead } from '../../../src/client/library/library-state.ts'
import { deployed, openApp } from '../../support/app.tsx'
import { seedText } from '../../support/seed-text.ts'

/** A file on disk, behind the handle that a browser gives. */
class FileOnDisk {
  readonly kind = 'file'
  readonly name = 'newsfold-library.json'
  text = ''
  permission: PermissionState = 'granted'
  isFull = false
  queryPermission = () => Promise.resolve(this.permission)
  requestPermission = () => Promise.resolve((this.permission = 'granted'))
  getFile = () => Promise.resolve(new Blob([this.text]))
  createWritable() {
    let written = ''
    return Promise.resolve({
      write: (text: string) => Promise.resolve(void (written += text)),
      close: () => (this.isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : Promise.resolve(void (this.text = written))),
    })
  }
}

let file: FileOnDisk

beforeEach(async () => {
  file = new FileOnDisk()
  const { structuredClone } = globalThis
  // IndexedDB stores handles as they are.
  vi.stubGlobal('structuredClone', (value: unknown, options?: StructuredSerializeOptions): unknown => (value instanceof FileOnDisk ? value : structuredClone(value, options)))
  vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(file))
  vi.stubGlobal('showOpenFilePicker', () => Promise.resolve([file]))
  let last: Promise<unknown> = Promise.resolve()
  const request = (_name: string, act: () => Promise<void>) => (last = last.then(act, act))
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'locks'))
  await openCurrentLibrary()
  await forgetEverything()
  localStorage.clear()
})

/** Opens the app at a path, with its library loaded. */
async function openWithLibrary(path: string): Promise<void> {
  await deployed({ 'a.md': seedText({ title: 'A law for robots', publishedDateTime: '2020-05-01', webUrl: 'https://a.example/1' }) })
  openApp(path)
  fireEvent.pointerMove(window)
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const written = () => parseLibraryFile(file.text)
const STORY = 'abcdefgh01'

test('a file is kept up to date with each change, until the user stops it', async () => {
  await openWithLibrary('/saved/')
  await press('Keep a new file up to date…')
  await screen.findByText('newsfold-library.json is kept up to date.')
  await userEvent.type(screen.getByRole('textbox', { name: 'A word or phrase to mute' }), 'berries{Enter}')
  await waitFor(() => expect([...written().muted.keys()]).toEqual(['word:berries']))
  await press('Stop updating the file')
  await screen.findByRole('button', { name: 'Keep a new file up to date…' })
})

test('what another device has written is merged, when the app opens and when the user comes back', async () => {
  file.text = toLibraryFile(changeRead(EMPTY_LIBRARY, [STORY], true, 1))
  await openWithLibrary('/saved/')
  await press('Keep an existing file up to date…')
  await screen.findByText('newsfold-library.json is kept up to date.')
  const state = () => currentLibrary().getSnapshot().state
  expect(isRead(state(), STORY)).toBe(true)
  file.text = toLibraryFile(changeRead(state(), [STORY], false, 2))
  fireEvent(document, new Event('visibilitychange'))
  await waitFor(() => expect(isRead(state(), STORY)).toBe(false))
})

test('where the browser wants to ask again, a press lets it', async () => {
  await openWithLibrary('/saved/')
  await press('Keep a new file up to date…')
  await screen.findByText('newsfold-library.json is kept up to date.')
  file.permission = 'prompt'
  file.text = ''
  fireEvent(document, new Event('visibilitychange'))
  await screen.findByText(/your browser asks again/)
  expect(file.text).toBe('')
  await press('Update the file again')
  await screen.findByText('newsfold-library.json is kept up to date.')
  expect(written()).toEqual(EMPTY_LIBRARY)
})

test('a file that is no library is left as it is, and a full disk is reported', async () => {
  file.text = 'My recipes'
  await openWithLibrary('/saved/')
  await press('Keep an existing file up to date…')
  await screen.findByText(/is not an exported Newsfold library/)
  expect(file.text).toBe('My recipes')
  file.text = ''
  file.isFull = true
  fireEvent(document, new Event('visibilitychange'))
  await screen.findByText(/could not be read or written/)
})

test('forgetting everything leaves the file, which brings nothing back', async () => {
  vi.stubGlobal('confirm', () => true)
  await openWithLibrary('/saved/')
  file.text = toLibraryFile(changeRead(EMPTY_LIBRARY, [STORY], true, 1))
  await press('Keep an existing file up to date…')
  await screen.findByText('newsfold-library.json is kept up to date.')
  await press('Forget everything')
  await screen.findByText('Everything is deleted.')
  fireEvent(document, new Event('visibilitychange'))
  await screen.findByRole('button', { name: 'Keep a new file up to date…' })
  expect(currentLibrary().getSnapshot().state).toEqual(EMPTY_LIBRARY)
  expect(isRead(written(), STORY)).toBe(true)
})

test('a user who closes the dialog of the browser sees no message', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('closed', 'AbortError')))
  await openWithLibrary('/saved/')
  await press('Keep a new file up to date…')
  expect(screen.queryByText(/could not be chosen/)).toBeNull()
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('blocked', 'SecurityError')))
  await press('Keep a new file up to date…')
  await screen.findByText(/could not be chosen/)
})
