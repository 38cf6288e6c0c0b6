import { useRef, type ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import styles from './library-panel.module.css'

interface Props {
  readonly words: LibraryWords
  /** What was done, or what is wrong; empty for nothing. */
  readonly message: string
  readonly onExport: () => void
  readonly onImport: (file: File) => void
  readonly onForget: () => void
  readonly onShowShortcuts: () => void
}

/** What a user can do with the whole library. */
export function LibraryPanel({ words, message, onExport, onImport, onForget, onShowShortcuts }: Props): ReactNode {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section className={styles.panel} aria-labelledby="library">
      <h2 id="library">{words.library}</h2>
      <p className={styles.buttons}>
        <button type="button" onClick={onExport}>
          {words.exportLibrary}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {words.importLibrary}
        </button>
        <button type="button" onClick={onForget}>
          {words.forget}
        </button>
        <button type="button" onClick={onShowShortcuts}>
          {words.keyboardShortcuts}
        </button>
      </p>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label={words.importLibrary}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onImport(file)
          // The same file can be chosen again.
          target.value = ''
        }}
      />
      <p aria-live="polite">{message}</p>
    </section>
  )
}
