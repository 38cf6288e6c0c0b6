import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared Chromium listens. */
    chromium: string
    /** Folder for the sites they build. */
    sites: string
  }
}

/** One Chromium for all browser tests, unpacked and started once, and one folder for the sites they build. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startChromium()
  project.provide('chromium', server.wsEndpoint())
  const sites = mkdtempSync(join(tmpdir(), 'newsfold-'))
  project.provide('sites', sites)
  return async () => {
    await server.close()
    rmSync(sites, { recursive: true })
  }
}
