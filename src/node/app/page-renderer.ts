import { fileURLToPath } from 'node:url'
import type { EnvironmentOptions, ViteBuilder } from 'vite'
import type { MakeRenderer } from '../../shared/contract/render-page.ts'

/** How Vite bundles the app for prerendering: as one module that imports no package and nothing of Node. */
export const pageRenderer: EnvironmentOptions = {
  define: { 'process.env.NODE_ENV': '"production"' },
  // Without `node`, for which some packages offer code that can't be tree-shaken.
  resolve: { noExternal: true, conditions: ['module'] },
  build: {
    copyPublicDir: false,
    emitAssets: false,
    // Function names show where a component threw.
    minify: false,
    rolldownOptions: {
      input: { server: fileURLToPath(new URL('../../client/entry-server.tsx', import.meta.url)) },
      output: { codeSplitting: false },
      // Prerendering never needs what is loaded later.
      plugins: [{ name: 'newsfold:no-dynamic-imports', resolveDynamicImport: () => false }],
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

/** The function that makes a site's renderer, from its bundled code. */
export async function loadRenderer(code: string): Promise<MakeRenderer> {
  const module = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as { makeRenderer: MakeRenderer }
  return module.makeRenderer
}
