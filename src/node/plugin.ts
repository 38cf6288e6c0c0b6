import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, ResolvedConfig } from 'vite'
import type { Site } from '../shared/contract/site.ts'
import { answerMissing } from './dev/preview-fallback.ts'
import { assertFreePort } from './dev/assert-free-port.ts'
import { buildReader, cacheFolder } from './build/build-site.ts'
import { serveWhileEditing } from './dev/dev-server.ts'
import { describeSite, manifestLink } from './app/index-html.ts'
import { readSettings } from './config/options.ts'
import type { NewsfoldOptions, Settings } from './config/options.ts'
import { userError } from './lib/user-error.ts'
import { pageRenderer } from './app/page-renderer.ts'
import { START_EARLY } from './app/page-template.ts'
import { productionRouter } from './app/react-router-alias.ts'
import { chunkFileNames } from './app/stemmer-chunks.ts'
import { buildSources } from './lib/bundle-worker.ts'

/** Shared code that no first screen needs: it stays out of the file that all views load. */
const LOADED_LATER = /\/(?:share|copy-text|similar-stories|app-update|cached-page|cache-policy|choice|filter-choices)\.tsx?$|\/text\/markdown\.ts$/

/** Turns a folder of seeds into the bundle the reader shows: in a build, and live while editing. */
export function newsfold(options: NewsfoldOptions = {}): Plugin {
  let config: ResolvedConfig
  let settings: Settings

  return {
    name: 'newsfold',
    // After all others, so that the policy covers what they put into the page.
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',

    // Vite makes the reader's code and hands it over; what stands in the output folder is written in one place.
    config: ({ base }, { command, isPreview }) => ({
      // What was built has a page for every view: no other address is answered with the front page.
      ...(isPreview === true && { appType: 'mpa' as const }),
      base: base ?? basePath(readSettings(options, process.env).site) ?? '/',
      environments: {
        ssr: pageRenderer,
        // What several views need is one file, each view another.
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'reader', minShareCount: 2, test: (id: string) => !LOADED_LATER.test(id) }] } } } } },
      },
      // Pages are rendered by React's production version, whatever NODE_ENV says.
      ...(command === 'build' && { oxc: { jsx: { development: false } }, resolve: { alias: productionRouter() } }),
      // It minifies the styles anyway; to transform them with PostCSS too takes an eighth of a small build.
      css: { transformer: 'lightningcss' },
      builder: { buildApp: (builder) => buildReader(builder, settings) },
      // The worker that finds stories loads one language's stemmer, which the other format cannot.
      worker: { format: 'es', rolldownOptions: { output: { chunkFileNames } } },
      // A worker that is to go must not be registered again.
      define: { 'import.meta.env.NEWSFOLD_OFFLINE': JSON.stringify(command === 'build' ? readSettings(options, process.env).offline : 'off') },
      // Every browser that runs this code knows modulepreload.
      build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { checks: { bundlerTimings: false } } },
    }),

    configResolved(resolved) {
      config = resolved
      settings = readSettings(options, process.env)
      if (!config.base.startsWith('/')) {
        throw userError(`The base is ${JSON.stringify(config.base)}, but must start with "/", such as "/news/": links into the reader need it.`)
      }
      const expected = basePath(settings.site)
      if (expected !== undefined && expected !== config.base) {
        throw userError(`The base is ${JSON.stringify(config.base)}, but the site's address is ${settings.site.url}. Leave the base out: it follows from the address.`)
      }
    },

    buildStart() {
      const early = join(config.root, START_EARLY)
      // Another reader than this one has none.
      if (config.command === 'build' && existsSync(early)) this.emitFile({ type: 'chunk', id: early })
    },

    transformIndexHtml: (html, { server }) => ({
      html: describeSite(html, settings.site),
      tags: server === undefined ? [manifestLink(config.base)] : [],
    }),

    configureServer: (server) => {
      config.configFileDependencies.push(...buildSources())
      serveWhileEditing(server, settings, cacheFolder(config))
    },

    async configurePreviewServer({ middlewares }) {
      const { port, host, strictPort } = config.preview
      if (strictPort) await assertFreePort(port, typeof host === 'string' ? host : undefined)
      return () => middlewares.use(answerMissing(resolve(config.root, config.build.outDir)))
    },
  }
}

/** The path that a site's address ends in: Vite's `base`. Undefined while the address is not known. */
function basePath({ url }: Site): string | undefined {
  return url === null ? undefined : new URL(url).pathname
}
