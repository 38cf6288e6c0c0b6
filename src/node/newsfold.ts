import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { NewsfoldOptions } from './config/options.ts'
import { bundleWorker, PROJECT, type WorkerCode } from './lib/bundle-worker.ts'

type PluginModule = typeof import('./plugin.ts')

/**
 * Turns a folder of seeds into a news site: in a build, and live in the dev server. Vite bundles a
 * configuration with all its imports each time, which takes half a second for the whole plugin; so the
 * configuration imports only this file, and the plugin is bundled once.
 */
export async function newsfold(options: NewsfoldOptions = {}): Promise<Plugin> {
  const { newsfold: plugin } = await loadPlugin()
  return plugin(options)
}

async function loadPlugin(): Promise<PluginModule> {
  const code = await bundleWorker('plugin').catch(() => null)
  if (code !== null) return importPlugin(code)
  // Where the cache can't be written, a temporary folder serves this run. An error in the code itself occurs here again.
  const folder = mkdtempSync(join(PROJECT, '.newsfold-'))
  try {
    return await importPlugin(await bundleWorker('plugin', folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function importPlugin({ file }: WorkerCode): Promise<PluginModule> {
  return import(pathToFileURL(file).href) as Promise<PluginModule>
}
