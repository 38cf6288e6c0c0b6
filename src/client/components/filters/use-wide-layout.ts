import { useSyncExternalStore } from 'react'

/** Where the panel is part of the column next to the feed; elsewhere it opens as a sheet over the feed. */
const WIDE = '(width >= 60rem)'

/** Whether the panel stands next to the feed. */
export function useWideLayout(): boolean {
  return useSyncExternalStore(listen, isWideLayout, () => false)
}

/** The same, outside of rendering. */
export function isWideLayout(): boolean {
  return !import.meta.env.SSR && matchMedia(WIDE).matches
}

function listen(onChange: () => void): () => void {
  const media = matchMedia(WIDE)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
