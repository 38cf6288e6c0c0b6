import { basename, dirname, join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import { assertFreePort } from './assert-free-port.ts'
import { bundleBuilder } from './build-bundle.ts'
import type { BuiltBundle } from './build-bundle.ts'
import { formatErrors, formatFailure, formatSummary, formatWarnings } from './build-report.ts'
import { serveWhileEditing } from './dev-bundle.ts'
import { emitBundle } from './emit-bundle.ts'
import { addContentSecurityPolicy, catalogPreload, describeSite } from './html.ts'
import { readSettings } from './options.ts'
import type { NewsfoldOptions, Settings } from './options.ts'
import { OutputFolder } from './output-folder.ts'
import { plainError } from './plain-error.ts'
import { progressLine } from './progress.ts'
import { refuseMissing } from './serve-bundle.ts'

/** Turns a folder of seeds into the bundle the reader shows: in a build, and live while editing. */
export function newsfold(options: NewsfoldOptions = {}): Plugin {
  let config: ResolvedConfig
  let settings: Settings
  let built: BuiltBundle | null = null
  let closing: string | null = null

  return {
    name: 'newsfold',
    // After all others, so that the policy covers what they put into the page.
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',

    // Seeds are built here because an error thrown here reaches the terminal as it is; from a
    // later hook the bundler wraps it in its own stack trace.
    async configResolved(resolved) {
      config = resolved
      settings = readSettings(options, process.env)
      if (!config.base.startsWith('/')) {
        throw plainError(`The base is ${JSON.stringify(config.base)}, but must start with "/", such as "/news/": links into the reader need it.`)
      }
      if (config.command === 'build') built = await buildOnce(config, settings)
    },

    transformIndexHtml: (html, { server }) => ({
      html: describeSite(html, settings.site),
      tags: server === undefined ? [catalogPreload(config.base)] : [],
    }),

    generateBundle: {
      order: 'post',
      handler(_output, files) {
        const page = files['index.html']
        if (page?.type !== 'asset') return
        const html = addContentSecurityPolicy(String(page.source))
        page.source = html
        // Static hosts answer an unknown address with this file: deep links open the reader.
        this.emitFile({ type: 'asset', fileName: '404.html', source: html })
      },
    },

    writeBundle() {
      if (built === null) return
      emitBundle(new OutputFolder(resolve(config.root, config.build.outDir)), built.bundle, built.images)
      closing = formatSummary(built.report)
    },

    closeBundle() {
      if (closing !== null) config.logger.info(closing)
      closing = null
    },

    configureServer: (server) => serveWhileEditing(server, settings, cacheFolder(config)),

    async configurePreviewServer({ middlewares }) {
      const { port, host, strictPort } = config.preview
      if (strictPort) await assertFreePort(port, typeof host === 'string' ? host : undefined)
      return () => middlewares.use(refuseMissing(config.base, config.build.assetsDir))
    },
  }
}

/** Builds the bundle and tells every issue; rejects with a closing line when seeds are invalid and may not be. */
async function buildOnce(config: ResolvedConfig, settings: Settings): Promise<BuiltBundle> {
  const { root, logger } = config
  const progress = progressLine(process.stderr)
  const built = await bundleBuilder(root, settings, cacheFolder(config))(progress.tell).finally(progress.end)
  for (const line of formatWarnings(built.report)) logger.warn(line)
  for (const line of formatErrors(built.report)) logger.error(line)
  if (settings.invalid === 'fail' && built.report.invalid > 0) throw plainError(formatFailure(built.report))
  return built
}

/** Where a project keeps what it would rather not make twice; null for a root that is no package. Deleting it is always safe. */
function cacheFolder({ cacheDir }: ResolvedConfig): string | null {
  const modules = dirname(cacheDir)
  return basename(modules) === 'node_modules' ? join(modules, '.cache/newsfold') : null
}
