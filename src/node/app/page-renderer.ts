import { fileURLToPath } from 'node:url'
import type { EnvironmentOptions, ViteBuilder } from 'vite'
import type { MakeRenderer } from '../../shared/contract/render-page.ts'

/** How the reader is bundled for the build itself: one module that needs no package and no Node. */
export const pageRenderer: EnvironmentOptions = {
  define: { 'process.env.NODE_ENV': '"production"' },
  // Without `node`, for which some packages offer what can't be cut to what is needed.
  resolve: { noExternal: true, conditions: ['module'] },
  build: {
    copyPublicDir: false,
    emitAssets: false,
    // Names of functions tell where a component threw.
    minify: false,
    rolldownOptions: {
      input: { server: fileURLToPath(new URL('../../client/entry-server.tsx', import.meta.url)) },
      output: { codeSplitting: false },
      // What is loaded later is never asked for while pages are rendered.
      plugins: [{ name: 'newsfold:nothing-later', resolveDynamicImport: () => false }],
    },
  },
}

/** Bundles the code that renders pages; `loadRenderer` takes it. */
export async function buildRenderer(builder: ViteBuilder): Promise<string> {
  const { ssr } = builder.environments
  if (ssr === undefined) throw new Error('Vite has no environment for rendering pages.')
  const built = await builder.build(ssr)
  const outputs = 'close' in built ? [] : [built].flat().flatMap(({ output }) => output)
  const [chunk, ...others] = outputs.filter((output) => output.type === 'chunk')
  if (chunk === undefined || others.length > 0) throw new Error(`Rendering pages needs one module, not ${others.length + 1}.`)
  return chunk.code
}

/** What makes a site's renderer, from its bundled code. */
export async function loadRenderer(code: string): Promise<MakeRenderer> {
  const module = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as { makeRenderer: MakeRenderer }
  return module.makeRenderer
}
