import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { NewsfoldOptions } from './config/options.ts'
import { bundleWorker, PROJECT } from './lib/bundle-worker.ts'
import type { WorkerCode } from './lib/bundle-worker.ts'

type PluginModule = typeof import('./plugin.ts')

/**
 * Turns a folder of seeds into the bundle the reader shows: in a build, and live while editing. Vite
 * reads a configuration with all it imports anew each time, half a second for the whole plugin; so it
 * imports no more than this, and the plugin is bundled once.
 */
export async function newsfold(options: NewsfoldOptions = {}): Promise<Plugin> {
  const { newsfold: plugin } = await loadPlugin()
  return plugin(options)
}

async function loadPlugin(): Promise<PluginModule> {
  const code = await bundleWorker('plugin').catch(() => null)
  if (code !== null) return importPlugin(code)
  // Where the cache can't be written: as Vite does with the configuration, beside it and only for now.
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
