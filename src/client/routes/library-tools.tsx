import { useState, type ReactNode } from 'react'
import { libraryWords as words } from '../../shared/words/library.ts'
import { LibraryPanel } from '../components/library/library-panel.tsx'
import { useLibrary } from '../hooks/use-library.ts'
import { currentLibrary } from '../library/current-library.ts'
import { forgetEverything } from '../library/library-actions.ts'
import { LibraryError, parseLibraryFile, toLibraryFile } from '../library/library-file.ts'
import { isHelpOpen } from '../library/shortcuts.ts'

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
      setMessage(words.importErrors[error instanceof LibraryError ? error.reason : 'damaged'])
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
      onShowShortcuts={() => isHelpOpen.set(true)}
    />
  )
}

/** Lets the browser save a JSON text as a file. */
function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url))
}
