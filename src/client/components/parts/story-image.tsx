import { useState, type ReactNode } from 'react'
import type { Provider, StoryImage as Image, Topic } from '../../../shared/contract/bundle.ts'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { hasFailed, recordPicture } from './failed-pictures.ts'
import { hrefTo } from '../contexts/href.ts'
import { MissingPicture } from './missing-picture.tsx'
import styles from './story-image.module.css'

interface Props {
  readonly image: Image
  readonly topic: Topic | undefined
  readonly provider: Provider | null
  /** Visible at once: fetched first, not lazily. */
  readonly isUrgent?: boolean
  /** Its caption is shown beside it, so it needs no alternative text. */
  readonly hasCaption?: boolean
}

/** A story's picture, filling the space its parent reserves. If it fails, a placeholder takes its place. */
export function StoryImage({ image, topic, provider, isUrgent = false, hasCaption = false }: Props): ReactNode {
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === image.url) return <MissingPicture topic={topic} provider={provider} />
  const onError = () => {
    recordPicture(image.url, false)
    setFailed(image.url)
  }
  const { resized } = image
  const sizes = isUrgent ? '(min-width:45em) 42em,100vw' : 'auto,20em'
  const srcSet = (format: 'webp' | 'avif') => resized?.widths.map((width) => `${hrefTo(`/${dataFiles.resizedImage(resized.name, width, format)}`)} ${width}w`).join()
  const picture = (
    <img
      // The picture of a prerendered page may have failed before hydration.
      ref={(element) => {
        if (element !== null && hasFailed(element)) onError()
      }}
      className={styles.image}
      src={image.url.startsWith('data/') ? hrefTo(`/${image.url}`) : image.url}
      srcSet={srcSet('webp')}
      sizes={resized && sizes}
      data-colour={resized?.colour}
      alt={hasCaption ? '' : (image.caption ?? '')}
      width={image.width ?? undefined}
      height={image.height ?? undefined}
      loading={isUrgent ? 'eager' : 'lazy'}
      fetchPriority={isUrgent ? 'high' : 'auto'}
      decoding="async"
      referrerPolicy="no-referrer"
      onLoad={() => recordPicture(image.url, true)}
      onError={onError}
    />
  )
  if (!resized) return picture
  return (
    <picture>
      <source type="image/avif" srcSet={srcSet('avif')} sizes={sizes} />
      {picture}
    </picture>
  )
}
