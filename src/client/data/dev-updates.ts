import type { QueryClient } from '@tanstack/react-query'
import { switchToDeployed } from './query-client.ts'

/** In development: shows saved seeds at once, and removes the error overlay when all seeds are valid again. */
export function listenForSeedChanges(client: QueryClient): void {
  import.meta.hot?.on('newsfold:bundle', ({ broken }: { broken: number }) => {
    if (broken === 0) document.querySelectorAll('vite-error-overlay').forEach((overlay) => overlay.remove())
    void switchToDeployed(client)
  })
}
