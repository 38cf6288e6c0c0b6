import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import type { Plugin } from 'vite'
import type { NewsfoldOptions } from './options.ts'
import { bundleWorker } from './worker-code.ts'

type PluginModule = typeof import('./plugin.ts')

/**
 * Turns a folder of seeds into the bundle the reader shows: in a build, and live while editing. Vite
 * reads a configuration with all it imports anew each time, a third of a second for the whole plugin;
 * so it imports no more than this, and the plugin is bundled once.
 */
export async function newsfold(options: NewsfoldOptions = {}): Promise<Plugin> {
  const { newsfold: plugin } = await loadPlugin()
  return plugin(options)
}

async function loadPlugin(): Promise<PluginModule> {
  const code = await bundleWorker('plugin').catch(() => null)
  if (code !== null) return (await import(pathToFileURL(code.file).href)) as PluginModule
  // Slower, but it writes nothing.
  const { module } = await runnerImport<PluginModule>(join(dirname(fileURLToPath(import.meta.url)), 'plugin.ts'))
  return module
}
