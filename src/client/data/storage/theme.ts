import { readStored, store } from './storage.ts'

/** The user's choice of colours; `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark'

/** The script in `index.html` reads it too, before the first paint. */
const KEY = 'newsfold:theme'

/** The stored theme; `system` when none is stored. */
export function readTheme(): Theme {
  const value = readStored('localStorage', KEY)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Stores the theme on this device. */
export function storeTheme(theme: Theme): void {
  store('localStorage', KEY, theme)
}

/** Applies a theme to the page and to the browser's own bars around it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = meta.dataset['scheme'] ?? ''
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all'
  }
}
