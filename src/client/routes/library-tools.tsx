import { useState, type ReactNode } from 'react'
import { libraryWords as words } from '../../shared/words/library.ts'
import { LibraryPanel } from '../components/library/library-panel.tsx'
import { downloadText } from '../data/download-text.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { currentLibrary } from '../library/current-library.ts'
import { LibraryFileError, parseLibraryFile, toLibraryFile } from '../library/library-file.ts'
import { HELP_EVENT } from './library-keys.tsx'

/** Export, import and deletion of the library. */
export function LibraryTools(): ReactNode {
  const status = useLibrary((snapshot) => snapshot.status)
  const [message, setMessage] = useState('')
  const onImport = async (file: File) => {
    try {
      const imported = parseLibraryFile(await file.text())
      currentLibrary().change(() => imported)
      setMessage(words.imported)
    } catch (error) {
      setMessage(words.importErrors[error instanceof LibraryFileError ? error.reason : 'damaged'])
    }
  }
  const onForget = () => {
    if (!confirm(words.confirmForget)) return
    void currentLibrary().clear()
    setMessage(words.forgotten)
  }
  return (
    <LibraryPanel
      words={words}
      message={message === '' ? words.statuses[status] : message}
      onExport={() => downloadText('newsfold-library.json', toLibraryFile(currentLibrary().getSnapshot().state))}
      onImport={(file) => void onImport(file)}
      onForget={onForget}
      onShowShortcuts={() => dispatchEvent(new Event(HELP_EVENT))}
    />
  )
}
