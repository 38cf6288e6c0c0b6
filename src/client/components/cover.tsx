import type { ReactNode } from 'react'
import type { Provider, Topic } from '../../shared/bundle.ts'
import styles from './cover.module.css'

const HUES = 12
const PATTERNS = 6

/** A drawn stand-in for a missing picture: colour by topic, pattern by provider, both named on it. */
export function Cover({ topic, provider }: { topic: Topic | undefined; provider: Provider | null }): ReactNode {
  return (
    <div
      className={styles.cover}
      data-hue={hash(topic?.slug ?? '') % HUES}
      data-pattern={hash(provider?.domain ?? '') % PATTERNS}
      aria-hidden="true"
    >
      <bdi className={styles.topic}>{topic?.name}</bdi>
      <bdi className={styles.provider}>{provider?.name}</bdi>
    </div>
  )
}

/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
