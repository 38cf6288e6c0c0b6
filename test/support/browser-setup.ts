import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder for the sites that browser tests build. */
    sites: string
  }
}

/** One folder for the sites that browser tests build. */
export default function setup(project: TestProject): () => void {
  const sites = mkdtempSync(join(tmpdir(), 'newsfold-'))
  project.provide('sites', sites)
  return () => rmSync(sites, { recursive: true })
}
