import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder for the sites that browser tests build. */
    sites: string
  }
}

/** Finds or unpacks a Chromium before its first test, and makes one folder for the sites that browser tests build. */
export default function setup(project: TestProject): () => void {
  findChromium()
  const sites = mkdtempSync(join(tmpdir(), 'newsfold-'))
  project.provide('sites', sites)
  return () => rmSync(sites, { recursive: true })
}
