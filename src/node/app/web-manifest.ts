import { directionOf } from '../../shared/text/direction.ts'
import type { Site } from '../../shared/contract/site.ts'

/** The background of the light theme, as in `tokens.css`. */
const BACKGROUND = '#fcfbf8'

/** Icons the site may have, by file. */
const ICONS: ReadonlyMap<string, { readonly sizes: string; readonly type: string; readonly purpose?: string }> = new Map([
  ['favicon.svg', { sizes: 'any', type: 'image/svg+xml' }],
  ['icon-192.png', { sizes: '192x192', type: 'image/png' }],
  ['icon-512.png', { sizes: '512x512', type: 'image/png' }],
  ['icon-maskable-512.png', { sizes: '512x512', type: 'image/png', purpose: 'maskable' }],
])

/** The web app manifest: the name and look of the installed app. `isPublic` says which files are in the public folder. */
export function toWebManifest({ title, description, language }: Site, base: string, isPublic: (file: string) => boolean): string {
  const icons = [...ICONS].filter(([file]) => isPublic(file)).map(([file, icon]) => ({ src: base + file, ...icon }))
  const manifest = {
    id: base,
    name: title,
    short_name: title,
    description,
    lang: language,
    dir: directionOf(language),
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: BACKGROUND,
    icons,
  }
  return JSON.stringify(manifest, null, 2)
}
