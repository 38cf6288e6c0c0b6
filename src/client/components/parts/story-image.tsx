import { useState, type ReactNode } from 'react'
import type { Provider, StoryImage as Image, Topic } from '../../../shared/contract/bundle.ts'
import { Cover } from './cover.tsx'
import { hasFailed } from './has-failed.ts'
import { hrefTo } from '../contexts/href.ts'
import styles from './story-image.module.css'

interface Props {
  readonly image: Image | null
  readonly topic: Topic | undefined
  readonly provider: Provider | null
  /** Seen at once: fetched first, not lazily. */
  readonly isUrgent?: boolean
  /** Show the whole picture rather than fill the space; its caption stands beside it. */
  readonly isWhole?: boolean
}

/** A story's picture in a space its parent reserves; a cover where there is none, or it fails. */
export function StoryImage({ image, topic, provider, isUrgent = false, isWhole = false }: Props): ReactNode {
  const [failed, setFailed] = useState<string | null>(null)
  if (image === null || failed === image.url) return <Cover topic={topic} provider={provider} />
  const source = image.url.startsWith('data/') ? hrefTo(`/${image.url}`) : image.url
  return (
    <img
      // One of a prerendered page may have failed before anybody listened.
      ref={(element) => {
        if (element !== null && hasFailed(element)) setFailed(image.url)
      }}
      className={styles.image}
      data-whole={isWhole || undefined}
      src={source}
      alt={isWhole ? '' : (image.caption ?? '')}
      width={image.width ?? undefined}
      height={image.height ?? undefined}
      loading={isUrgent ? 'eager' : 'lazy'}
      fetchPriority={isUrgent ? 'high' : 'auto'}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(image.url)}
    />
  )
}
