import { useSyncExternalStore } from 'react'

/** Where the panel is part of the column beside the feed; elsewhere it opens as a sheet over the feed. */
const BESIDE = '(width >= 60rem)'

/** Whether the panel is beside the feed. */
export function useBeside(): boolean {
  return useSyncExternalStore(listen, isBeside, () => false)
}

/** The same, outside of rendering. */
export function isBeside(): boolean {
  return !import.meta.env.SSR && matchMedia(BESIDE).matches
}

function listen(onChange: () => void): () => void {
  const media = matchMedia(BESIDE)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
