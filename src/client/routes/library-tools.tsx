import { useState, type ReactNode } from 'react'
import { libraryWords as words } from '../../shared/words/library.ts'
import { LibraryPanel } from '../components/library/library-panel.tsx'
import { downloadText } from '../data/download-text.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { currentLibrary } from '../library/current-library.ts'
import { forgetEverything } from '../library/library-actions.ts'
import { openDialog } from '../library/open-dialog.ts'
import { LibraryFileError, parseLibraryFile, toLibraryFile } from '../library/library-file.ts'

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
    forgetEverything().then(
      () => setMessage(words.forgotten),
      () => setMessage(words.statuses.unsaved),
    )
  }
  return (
    <LibraryPanel
      words={words}
      message={message === '' ? words.statuses[status] : message}
      onExport={() => downloadText('newsfold-library.json', toLibraryFile(currentLibrary().getSnapshot().state))}
      onImport={(file) => void onImport(file)}
      onForget={onForget}
      onShowShortcuts={() => openDialog.set('shortcuts')}
    />
  )
}
