import type { ReactNode } from 'react'
import type { StoryImage as Image, StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
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
  const { image, topics, provider } = summary
  const lead = image && <StoryImage image={image} topic={topics[0]} provider={provider} isUrgent hasCaption />
  return (
    <>
      {(lead !== null || player !== null) && (
        <figure className={styles.lead}>
          <div className={styles.space} data-ratio={player === null ? nearestRatio(image) : '16:9'}>
            {player === null ? lead : <VideoPlayer url={player} title={summary.title} poster={lead} />}
            {player === null && <OpenPicture />}
          </div>
          <Caption image={image} />
        </figure>
      )}
      {more.length > 0 && (
        <ul className={styles.more} aria-label={storyPageWords.morePictures}>
          {more.map((other) => (
            <li key={other.url}>
              <figure>
                <div className={styles.space} data-ratio="3:2">
                  <StoryImage image={other} topic={topics[0]} provider={provider} hasCaption />
                  <OpenPicture />
                </div>
                <Caption image={other} />
              </figure>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Covers the picture beside it; its route opens the picture large. */
function OpenPicture(): ReactNode {
  return <button type="button" className={styles.open} aria-label={storyPageWords.openPicture} data-opens-picture="" data-scripted="" />
}

function Caption({ image }: { image: Image | null }): ReactNode {
  if (image === null || (image.caption === null && image.attribution === null)) return null
  return (
    <figcaption dir="auto">
      {image.caption}
      {image.caption !== null && image.attribution !== null && ' · '}
      {image.attribution !== null && <span>{storyPageWords.imageCredit(image.attribution)}</span>}
    </figcaption>
  )
}

/** Shapes of the reserved space: `story-pictures.module.css` has each. */
const RATIOS = { '2:1': 2, '16:9': 16 / 9, '3:2': 3 / 2, '4:3': 4 / 3, '1:1': 1, '4:5': 4 / 5 }

/** The shape nearest to a picture's own: sizes in seeds are not exact, and a tall picture must not fill the window. */
function nearestRatio(image: Image | null): string {
  const ratio = (image?.width ?? 16) / (image?.height ?? 9)
  const distance = (other: number) => Math.abs(Math.log(ratio / other))
  return Object.entries(RATIOS).reduce((best, one) => (distance(one[1]) < distance(best[1]) ? one : best))[0]
}
