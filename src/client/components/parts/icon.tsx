import type { ReactNode } from 'react'
import styles from './icon.module.css'

const PATHS = {
  elsewhere: 'M5 19 19 5M8 5h11M19 5v11',
  video: 'M8 5v14l11-7z',
}

/** A decorative icon. An SVG, because many fonts lack these characters and some phones draw them as emoji. */
export function Icon({ of }: { of: keyof typeof PATHS }): ReactNode {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  )
}
