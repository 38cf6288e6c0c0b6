import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { storyPageWords as words } from '../../../shared/words/story-page.ts'
import styles from './picture-viewer.module.css'

/** A picture of a story, as its page shows it. */
export interface ViewedPicture {
  readonly url: string
  readonly alt: string
  readonly caption: string
}

interface Props {
  /** At least one. */
  readonly pictures: readonly ViewedPicture[]
  /** Index of the first to show. */
  readonly start: number
  readonly onClose: () => void
}

/** A story's pictures, one at a time, as large as the window. Escape closes it, arrow keys show the next. */
export function PictureViewer({ pictures, start, onClose }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(start)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const picture = pictures[at]
  if (picture === undefined) return null

  const move = (step: number) => setAt((at + step + pictures.length) % pictures.length)
  const close = () => dialog.current?.close()
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === 'ArrowLeft' || key === 'ArrowRight') move(key === forward ? 1 : -1)
  }
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('button') === null) close()
  }
  return (
    <dialog ref={dialog} className={styles.viewer} aria-label={words.picture} onClose={onClose} onKeyDown={onKeyDown} onClick={onClick}>
      <figure>
        {failed === picture.url ? (
          <p>{words.pictureFailed}</p>
        ) : (
          <img key={picture.url} src={picture.url} alt={picture.alt} referrerPolicy="no-referrer" onError={() => setFailed(picture.url)} />
        )}
        {picture.caption !== '' && <figcaption dir="auto">{picture.caption}</figcaption>}
      </figure>
      {pictures.length > 1 && (
        <p className={styles.moves}>
          <ViewerButton label={words.previousPicture} path="M15 4 7 12l8 8" onPress={() => move(-1)} />
          <span role="status">{words.pictureOf(at + 1, pictures.length)}</span>
          <ViewerButton label={words.nextPicture} path="m9 4 8 8-8 8" onPress={() => move(1)} />
        </p>
      )}
      <p className={styles.close}>
        <ViewerButton label={words.close} path="M5 5 19 19M19 5 5 19" onPress={close} />
      </p>
    </dialog>
  )
}

function ViewerButton({ label, path, onPress }: { label: string; path: string; onPress: () => void }): ReactNode {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
