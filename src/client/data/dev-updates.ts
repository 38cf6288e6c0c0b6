import type { QueryClient } from '@tanstack/react-query'
import { catchUp } from './query-client.ts'

/** In development: shows saved seeds at once, and takes the error overlay away when all are whole again. */
export function listenForSeeds(client: QueryClient): void {
  import.meta.hot?.on('newsfold:bundle', ({ broken }: { broken: number }) => {
    if (broken === 0) document.querySelectorAll('vite-error-overlay').forEach((overlay) => overlay.remove())
    void catchUp(client)
  })
}
