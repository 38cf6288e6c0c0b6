import { join } from 'node:path'
import { createBuilder, createLogger, type InlineConfig } from 'vite'
import type { NewsfoldOptions } from '../../src/node/config/options.ts'
import { newsfold } from '../../src/node/plugin.ts'
import { withSeeds } from './temp-folder.ts'

/** A minimal page. */
export const PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body><div id="root"></div><script>let inline = 1</script></body></html>'

/** A site's folder: a minimal page, and the seeds under `seeds/`. */
export function withSite(seeds: Readonly<Record<string, string | Uint8Array>>): string {
  const files = Object.entries(seeds).map(([path, content]) => [`seeds/${path}`, content] as const)
  return withSeeds({ 'index.html': PAGE, ...Object.fromEntries(files) })
}

/** What a real build said, line by line, and the error it ended with, if any. */
export interface Built {
  readonly said: string[]
  readonly error: Error | null
  readonly dist: string
}

/** Builds a site with Vite, as the command does. */
export async function buildSite(root: string, options: NewsfoldOptions = {}, config: InlineConfig = {}): Promise<Built> {
  const said: string[] = []
  const say = (text: string) => void said.push(...text.split('\n'))
  const customLogger = { ...createLogger(), info: say, warn: say, error: say, warnOnce: say }
  const builder = createBuilder({ root, configFile: false, logLevel: 'warn', customLogger, plugins: [newsfold(options)], ...config })
  const error = await builder.then((made) => made.buildApp()).then(() => null, (reason: unknown) => reason as Error)
  return { said, error, dist: join(root, config.build?.outDir ?? 'dist') }
}
