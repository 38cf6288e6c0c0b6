import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import styles from './library-panel.module.css'

interface Props {
  readonly words: LibraryWords['file']
  /** The file's name and state; null for none. */
  readonly file: { readonly name: string; readonly status: keyof LibraryWords['file']['statuses'] } | null
  readonly onLink: (kind: 'new' | 'existing') => void
  readonly onResume: () => void
  readonly onUnlink: () => void
}

/** Chooses a file that is kept up to date with the library, and says how it is. */
export function LinkedFilePanel({ words, file, onLink, onResume, onUnlink }: Props): ReactNode {
  return (
    <>
      <p>{words.purpose}</p>
      <p aria-live="polite">{file && words.statuses[file.status](file.name)}</p>
      <p className={styles.buttons}>
        {file?.status === 'paused' && (
          <button type="button" onClick={onResume}>
            {words.resume}
          </button>
        )}
        {file === null ? (
          <>
            <button type="button" onClick={() => onLink('new')}>
              {words.linkNew}
            </button>
            <button type="button" onClick={() => onLink('existing')}>
              {words.linkExisting}
            </button>
          </>
        ) : (
          <button type="button" onClick={onUnlink}>
            {words.unlink}
          </button>
        )}
      </p>
    </>
  )
}
