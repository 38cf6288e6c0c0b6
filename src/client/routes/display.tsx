import { useState, type ReactNode } from 'react'
import { libraryWords } from '../../shared/words/library.ts'
import { DisplayDialog } from '../components/library/display-dialog.tsx'
import { chooseDisplay, DISPLAY_CHOICES, readDisplay, type DisplayName } from '../data/storage/display.ts'

const NAMES = Object.keys(DISPLAY_CHOICES) as DisplayName[]

/** Chooses theme, size, face and line width. Loaded when it is opened. */
export function Display({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [chosen, setChosen] = useState(() => Object.fromEntries(NAMES.map((name) => [name, readDisplay(name)])))
  const groups = NAMES.map((name) => ({
    name,
    chosen: chosen[name] ?? '',
    choices: DISPLAY_CHOICES[name],
    onChoose: (value: string) => {
      chooseDisplay(name, value)
      setChosen({ ...chosen, [name]: value })
    },
  }))
  return <DisplayDialog words={libraryWords} groups={groups} onClose={onClose} />
}
