import type { ReactNode } from 'react'
import { DENSITIES, type Density } from '../../../shared/feed/density.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './density-choice.module.css'

interface Props {
  /** Null while prerendering: only the device knows it. */
  readonly density: Density | null
  readonly onChoose: (density: Density) => void
}

/** How densely the feed is set. One Tab stop; the arrow keys choose. */
export function DensityChoice({ density, onChoose }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <fieldset className={styles.densities} data-scripted="">
      <legend className="visually-hidden">{words.density}</legend>
      {DENSITIES.map((one) => (
        <label key={one}>
          <input className="visually-hidden" type="radio" name="density" value={one} checked={one === density} onChange={() => onChoose(one)} />
          {words.densities[one]}
        </label>
      ))}
    </fieldset>
  )
}
