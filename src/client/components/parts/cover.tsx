import type { ReactNode } from 'react'
import type { Provider, Topic } from '../../../shared/contract/bundle.ts'
import { coverStyle } from '../../../shared/feed/cover.ts'
import styles from './cover.module.css'

/** A drawn stand-in for a missing picture: colour by topic, pattern by provider, both named on it. */
export function Cover({ topic, provider }: { topic: Topic | undefined; provider: Provider | null }): ReactNode {
  const { hue, pattern } = coverStyle(topic, provider)
  return (
    <div className={styles.cover} data-hue={hue} data-pattern={pattern} aria-hidden="true">
      <bdi className={styles.topic}>{topic?.name}</bdi>
      <bdi className={styles.provider}>{provider?.name}</bdi>
    </div>
  )
}
