import { useEffect, useRef, type ReactNode } from 'react'
import type { LibraryWords } from '../../../shared/words/library.ts'
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
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="display" onClose={onClose}>
      <h2 id="display">{words.displayTitle}</h2>
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
      <form method="dialog">
        <button type="submit">{words.close}</button>
      </form>
    </dialog>
  )
}
