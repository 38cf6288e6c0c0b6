import type { ReactNode } from 'react'
import type { StoryImage as Image, StorySummary } from '../../../shared/contract/bundle.ts'
import { useLanguage } from '../contexts/language.ts'
import { StoryImage } from '../parts/story-image.tsx'
import { VideoPlayer } from './video-player.tsx'
import styles from './story-pictures.module.css'

interface Props {
  readonly summary: StorySummary
  /** Pictures after the first. */
  readonly more: readonly Image[]
  /** Address of the story's player; null when it has none. */
  readonly player: string | null
}

/** A story's lead picture or video, and its other pictures below. */
export function StoryPictures({ summary, more, player }: Props): ReactNode {
  const { words } = useLanguage()
  const lead = (
    <StoryImage image={summary.image} topic={summary.topics[0]} provider={summary.provider} isUrgent isWhole />
  )
  return (
    <>
      <figure className={styles.lead}>
        <div className={styles.space} data-shape={player === null ? shapeOf(summary.image) : 'wide'}>
          {player === null ? lead : <VideoPlayer url={player} title={summary.title} poster={lead} />}
        </div>
        <Caption image={summary.image} />
      </figure>
      {more.length > 0 && (
        <ul className={styles.more} aria-label={words.morePictures}>
          {more.map((image) => (
            <li key={image.url}>
              <figure>
                <div className={styles.space}>
                  <StoryImage image={image} topic={summary.topics[0]} provider={summary.provider} isWhole />
                </div>
                <Caption image={image} />
              </figure>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Caption({ image }: { image: Image | null }): ReactNode {
  const { words } = useLanguage()
  if (image === null || (image.caption === null && image.attribution === null)) return null
  return (
    <figcaption dir="auto">
      {image.caption}
      {image.caption !== null && image.attribution !== null && ' · '}
      {image.attribution !== null && <span>{words.imageCredit(image.attribution)}</span>}
    </figcaption>
  )
}

/** The space to reserve. Sizes in seeds are not exact, and a tall picture must not fill the window. */
function shapeOf(image: Image | null): 'band' | 'square' | 'wide' | 'film' | 'card' {
  if (image === null) return 'band'
  const ratio = (image.width ?? 16) / (image.height ?? 10)
  return ratio < 1.2 ? 'square' : ratio < 1.7 ? 'wide' : ratio < 1.85 ? 'film' : 'card'
}
