import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { ViewedPicture } from '../components/story/picture-viewer.tsx'
import { reloadForNewCode } from '../data/offline/reload-once.ts'

/** Loaded when a picture is pressed. */
const PictureViewer = lazy(() => import('../components/story/picture-viewer.tsx').then((module) => ({ default: module.PictureViewer }), reloadForNewCode))

interface Opened {
  readonly pictures: readonly ViewedPicture[]
  readonly start: number
}

/** Opens a picture of the story, also one in its body, large when it is pressed. */
export function LargePictures(): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    const onClick = ({ target, defaultPrevented }: MouseEvent) => {
      const article = document.getElementById('content')
      if (defaultPrevented || article === null || !(target instanceof Element)) return
      const pressed = target.closest('[data-opens-picture]')?.parentElement?.querySelector('img') ?? target
      const images = [...article.querySelectorAll('img')].filter((image) => image.closest('a, dialog') === null)
      const start = images.findIndex((image) => image === pressed)
      if (start !== -1) setOpened({ pictures: images.map(toViewed), start })
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
  if (opened === null) return null
  return (
    <Suspense>
      <PictureViewer {...opened} onClose={() => setOpened(null)} />
    </Suspense>
  )
}

function toViewed(image: HTMLImageElement): ViewedPicture {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent ?? ''
  return { url: image.src, alt: image.alt, caption: caption === '' ? image.alt : caption }
}
