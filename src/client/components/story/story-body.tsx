import { useEffect, useRef, type ReactNode } from 'react'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { hasFailed } from '../parts/failed-pictures.ts'
import styles from './story-body.module.css'

/** A story's body. The build has sanitised the HTML; no other HTML may be passed in. */
export function StoryBody({ html, lang }: { html: string; lang: string | undefined }): ReactNode {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = body.current
    const replace = (image: HTMLImageElement) => image.replaceWith(missingImage(image.alt, styles.missing))
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) replace(target)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLImageElement) || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      event.target.click()
    }
    // A press shows a picture large, also one of a key.
    for (const image of element?.querySelectorAll('img') ?? []) {
      if (image.closest('a') !== null) continue
      image.tabIndex = 0
      image.role = 'button'
      image.ariaLabel = `${storyPageWords.openPicture}: ${image.alt}`
    }
    // Images of a prerendered page may have failed before hydration.
    for (const image of element?.querySelectorAll('img') ?? []) if (hasFailed(image)) replace(image)
    // Error events do not bubble, so capture them.
    element?.addEventListener('error', onError, true)
    element?.addEventListener('keydown', onKeyDown)
    return () => {
      element?.removeEventListener('error', onError, true)
      element?.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return <div ref={body} className={styles.body} dir="auto" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}

/** Replaces an image that failed with its alternative text. */
function missingImage(alt: string, className: string | undefined): HTMLElement {
  const element = document.createElement('span')
  element.className = className ?? ''
  element.textContent = alt
  return element
}
