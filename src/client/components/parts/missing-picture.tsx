import type { CSSProperties, ReactNode } from 'react'
import type { Provider, Topic } from '../../../shared/contract/bundle.ts'
import { COVER_HUES, hueOf } from '../../../shared/feed/cover.ts'
import styles from './missing-picture.module.css'

/** Fills the space of a picture that failed: a quiet pattern in the topic's hue, with the source's name. */
export function MissingPicture({ topic, provider }: { topic: Topic | undefined; provider: Provider | null }): ReactNode {
  return (
    <div className={styles.missing} style={{ '--hue': COVER_HUES[hueOf(topic)] } as CSSProperties} aria-hidden="true">
      <bdi>{provider?.name}</bdi>
    </div>
  )
}
