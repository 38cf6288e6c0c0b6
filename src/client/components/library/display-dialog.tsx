import type { ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
import { Dialog } from './dialog.tsx'
import styles from './display-dialog.module.css'

/** One thing to choose. */
interface Group {
  readonly name: keyof LibraryWords['display']
  readonly choices: readonly string[]
  readonly chosen: string
  readonly onChoose: (value: string) => void
}

interface Props {
  readonly words: LibraryWords
  readonly groups: readonly Group[]
  readonly onClose: () => void
}

/** How pages look. A choice applies at once. */
export function DisplayDialog({ words, groups, onClose }: Props): ReactNode {
  return (
    <Dialog id="display" title={words.displayTitle} closeText={words.close} className={styles.dialog} onClose={onClose}>
      {groups.map(({ name, choices, chosen, onChoose }) => {
        const { title, values } = words.display[name]
        return (
          <fieldset key={name}>
            <legend>{title}</legend>
            {choices.map((value) => (
              <label key={value}>
                <input type="radio" name={`display-${name}`} checked={value === chosen} onChange={() => onChoose(value)} /> {(values as Readonly<Record<string, string>>)[value]}
              </label>
            ))}
          </fieldset>
        )
      })}
    </Dialog>
  )
}
