import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Features } from 'lightningcss'
import type { Plugin, ResolvedConfig } from 'vite'
import type { Site } from '../shared/contract/site.ts'
import { previewFallback } from './dev/preview-fallback.ts'
import { assertFreePort } from './dev/assert-free-port.ts'
import { buildSite, cacheFolder } from './build/build-site.ts'
import { explainStories } from './build/explain-stories.ts'
import { seedsFolder } from './bundle/build-bundle.ts'
import { setUpDevServer } from './dev/dev-server.ts'
import { describeSite, manifestLink } from './app/index-html.ts'
import { securityHeaders } from './app/security-headers.ts'
import { readSettings, type NewsfoldOptions, type Settings } from './config/options.ts'
import { userError } from './lib/user-error.ts'
import { pageRenderer } from './app/page-renderer.ts'
import { PREFETCH } from './app/page-template.ts'
import { productionRouter } from './app/react-router-alias.ts'
import { shortClassNames, shortProperties } from './app/short-names.ts'
import { chunkFileNames } from './app/stemmer-chunks.ts'
import { buildSources } from './lib/bundle-worker.ts'

/** Shared code that no first screen needs: it stays out of the file that all views load. */
const LOADED_LATER = /\/(?:archive-pages|dialog|share|copy-text|similar-stories|not-found|story-page|packed-story|app-update|cached-page|cache-policy|choice|filter-choices|highlight|normalize-words|day-query|any-topic-choices)\.tsx?$|\/(?:text\/markdown|words\/(?:library|pages|filters)|storage\/display)\.ts$/

/** Of it, what every story's page loads: in one file, because each is named in all these pages. */
const STORY_PARTS = /\/(?:share|similar-stories|story-page|packed-story|words\/pages)\.tsx?$/

/** Turns a folder of seeds into a news site: in a build, and live in the dev server. */
export function newsfold(options: NewsfoldOptions = {}): Plugin {
  let config: ResolvedConfig
  let settings: Settings

  return {
    name: 'newsfold',
    // After all other plugins, so that the policy covers what they add to the page.
    enforce: 'post',
    // For `npm run explain` and `npm run import`.
    api: { seedsFolder: () => seedsFolder(config.root, settings), explain: (queries: readonly string[]) => explainStories(config.root, settings, cacheFolder(config), queries) },
    applyToEnvironment: ({ name }) => name === 'client',

    // Vite builds the app in memory; only `buildSite` writes to the output folder.
    config: ({ base, root = '.' }, { command, isPreview }) => ({
      preview: { headers: securityHeaders(readSettings(options, process.env).read.images) },
      // A built site has a page for every view, so unknown addresses must not get the front page.
      ...(isPreview === true && { appType: 'mpa' as const }),
      base: base ?? basePath(readSettings(options, process.env).site) ?? '/',
      environments: {
        ssr: pageRenderer,
        // Code that several views need is one file; each view is another.
        client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'reader', minShareCount: 2, test: (id: string) => !LOADED_LATER.test(id) }, { name: 'article', test: STORY_PARTS }] } } } } },
      },
      // Pages are rendered by React's production build, whatever NODE_ENV is.
      ...(command === 'build' && { oxc: { jsx: { development: false } }, resolve: { alias: productionRouter() } }),
      css: {
        // Browsers have known `light-dark()` since May 2024; written for older ones it adds a kilobyte to each page.
        lightningcss: { exclude: Features.LightDark },
        ...(command === 'build' && { modules: { generateScopedName: shortClassNames(() => config.root) }, postcss: { plugins: [shortProperties(resolve(root))] } }),
      },
      builder: { buildApp: (builder) => buildSite(builder, settings) },
      // The search worker imports one language's stemmer, which the other format can't.
      worker: { format: 'es', rolldownOptions: { output: { chunkFileNames } } },
      // A service worker that is being uninstalled must not be registered again.
      define: { 'import.meta.env.NEWSFOLD_OFFLINE': JSON.stringify(command === 'build' ? readSettings(options, process.env).offline : 'off') },
      // Every browser that runs this code supports modulepreload.
      build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { checks: { bundlerTimings: false } } },
    }),

    configResolved(resolved) {
      config = resolved
      settings = readSettings(options, process.env)
      if (!config.base.startsWith('/')) {
        throw userError(`The base is ${JSON.stringify(config.base)}, but must start with "/", such as "/news/": links within the site need it.`)
      }
      const expected = basePath(settings.site)
      if (expected !== undefined && expected !== config.base) {
        throw userError(`The base is ${JSON.stringify(config.base)}, but the site's address is ${settings.site.url}. Leave the base out: it follows from the address.`)
      }
    },

    buildStart() {
      const prefetch = join(config.root, PREFETCH)
      // A site with its own client has none.
      if (config.command === 'build' && existsSync(prefetch)) this.emitFile({ type: 'chunk', id: prefetch })
    },

    transformIndexHtml: (html, { server }) => ({
      html: describeSite(html, settings.site),
      tags: server === undefined ? [manifestLink(config.base)] : [],
    }),

    configureServer: (server) => {
      config.configFileDependencies.push(...buildSources())
      setUpDevServer(server, settings, cacheFolder(config))
    },

    async configurePreviewServer({ middlewares }) {
      const { port, host, strictPort } = config.preview
      if (strictPort) await assertFreePort(port, typeof host === 'string' ? host : undefined)
      return () => middlewares.use(previewFallback(resolve(config.root, config.build.outDir)))
    },
  }
}

/** The path of a site's address, which becomes Vite's `base`; undefined while the address is unknown. */
function basePath({ url }: Site): string | undefined {
  return url === null ? undefined : new URL(url).pathname
}
