import type { ReactNode } from 'react'
import styles from './marks.module.css'

const ICONS = {
  save: 'M6 3h12v18l-6-5-6 5z',
  read: 'm4 12.5 5.5 5.5L20 6.5',
} as const

interface Props {
  readonly icon: keyof typeof ICONS
  /** What a press does. */
  readonly label: string
  readonly isOn: boolean
  /** Shown beside the icon; nothing for the icon alone. */
  readonly children?: ReactNode
  readonly onPress: () => void
}

/** A button that switches a mark of a story. */
export function MarkButton({ icon, label, isOn, children, onPress }: Props): ReactNode {
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true" data-filled={(isOn && icon === 'save') || undefined}>
        <path d={ICONS[icon]} />
      </svg>
      {children}
    </button>
  )
}
