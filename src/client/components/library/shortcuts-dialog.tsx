import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import type { ShortcutId } from '../../../shared/words/shortcut-id.ts'
import { Dialog } from './dialog.tsx'
import styles from './shortcuts-dialog.module.css'

interface Props {
  readonly words: LibraryWords
  readonly shortcuts: readonly { readonly id: ShortcutId; readonly keys: readonly string[] }[]
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
  readonly onClose: () => void
}

/** Lists the keyboard shortcuts, and switches them off for users whose input they disturb. */
export function ShortcutsDialog({ words, shortcuts, isOn, onSwitch, onClose }: Props): ReactNode {
  return (
    <Dialog id="shortcuts" title={words.keyboardShortcuts} closeText={words.close} className={styles.dialog} onClose={onClose}>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} /> {words.shortcutsOn}
      </label>
      <dl>
        {shortcuts.map(({ id, keys }) => (
          <div key={id}>
            <dt>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && ` ${words.then} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{words.shortcuts[id]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
