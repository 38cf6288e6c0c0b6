import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { libraryWords } from '../../shared/words/library.ts'
import { LinkedFilePanel } from '../components/library/linked-file-panel.tsx'
import { canLinkFile, linkedFile, linkFile, resumeLinkedFile, unlinkFile } from '../library/linked-file.ts'

const words = libraryWords.file

/** The file on disk that is kept up to date, where the browser can. */
export function LibraryLinkedFile(): ReactNode {
  const file = useSyncExternalStore(linkedFile.subscribe, linkedFile.get)
  const [message, setMessage] = useState('')
  if (!canLinkFile()) return null
  const act = (done: Promise<void>) => {
    setMessage('')
    // A user who closes the browser's dialog wants nothing to be said.
    done.catch((error: unknown) => (error as Error).name !== 'AbortError' && setMessage(words.failed))
  }
  return (
    <>
      <LinkedFilePanel
        words={words}
        file={file}
        onLink={(kind) => act(linkFile(kind))}
        onResume={() => act(resumeLinkedFile())}
        onUnlink={() => act(unlinkFile())}
      />
      <p aria-live="polite">{message}</p>
    </>
  )
}
