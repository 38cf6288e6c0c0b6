import { useEffect, useRef, type ReactNode } from 'react'
import styles from './story-body.module.css'

/** A transparent pixel: what an image that failed is replaced by, so that no broken icon stands in its space. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** A story's body. The build made and sanitised the HTML; nothing else may come here. */
export function StoryBody({ html }: { html: string }): ReactNode {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = body.current
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLImageElement && target.src !== PIXEL) target.src = PIXEL
    }
    // An error does not bubble; it can be caught on the way down.
    element?.addEventListener('error', onError, true)
    return () => element?.removeEventListener('error', onError, true)
  }, [])
  return <div ref={body} className={styles.body} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
