import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Alias } from 'vite'

/**
 * Resolves React Router to its production build. Its package gives every bundler the development one
 * (remix-run/react-router, issue 14102), whose warnings users need not load.
 */
export function productionRouter(): Alias[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve('react-router/package.json')), 'dist/production')
  return [
    { find: /^react-router$/, replacement: join(folder, 'index.mjs') },
    { find: /^react-router\/dom$/, replacement: join(folder, 'dom-export.mjs') },
  ]
}
