import type { TestProject } from 'vitest/node'
import { startChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared Chromium listens. */
    chromium: string
  }
}

/** One Chromium for all browser tests: it is unpacked and started once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
