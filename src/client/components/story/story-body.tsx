import { useEffect, useRef, type ReactNode } from 'react'
import { hasFailed } from '../parts/has-failed.ts'
import styles from './story-body.module.css'

/** A story's body. The build made and sanitised the HTML; nothing else may come here. */
export function StoryBody({ html, lang }: { html: string; lang: string | undefined }): ReactNode {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = body.current
    const replace = (image: HTMLImageElement) => image.replaceWith(standIn(image.alt, styles.missing))
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) replace(target)
    }
    // Those of a prerendered page may have failed before.
    for (const image of element?.querySelectorAll('img') ?? []) if (hasFailed(image)) replace(image)
    // An error does not bubble; it can be caught on the way down.
    element?.addEventListener('error', onError, true)
    return () => element?.removeEventListener('error', onError, true)
  }, [])
  return <div ref={body} className={styles.body} dir="auto" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}

/** What stands in the space of a picture that failed: what it would have shown, in words. */
function standIn(alt: string, className: string | undefined): HTMLElement {
  const element = document.createElement('span')
  element.className = className ?? ''
  element.textContent = alt
  return element
}
