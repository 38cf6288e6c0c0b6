import { readStored, store } from './storage.ts'

/** What a user can choose about the look of pages. */
export const DISPLAY_CHOICES = {
  theme: ['system', 'light', 'dark', 'sepia'],
  size: ['smallest', 'small', 'medium', 'large', 'largest'],
  face: ['serif', 'sans', 'legible'],
  width: ['narrow', 'medium', 'wide'],
} as const

const DEFAULTS: Readonly<Record<DisplayName, string>> = { theme: 'system', size: 'medium', face: 'serif', width: 'medium' }

export type DisplayName = keyof typeof DISPLAY_CHOICES

/** The stored choice. The script in `index.html` reads and applies it too, before the first paint. */
export function readDisplay(name: DisplayName): string {
  const value = readStored('localStorage', `newsfold:${name}`)
  return DISPLAY_CHOICES[name].find((one) => one === value) ?? DEFAULTS[name]
}

/** Stores a choice on this device, and applies it to the page and to the browser's own bars around it. */
export function chooseDisplay(name: DisplayName, value: string): void {
  store('localStorage', `newsfold:${name}`, value)
  const root = document.documentElement
  if (value === DEFAULTS[name]) root.removeAttribute(`data-${name}`)
  else root.dataset[name] = value
  if (name !== 'theme') return
  for (const [at, meta] of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]').entries()) {
    const scheme = at === 0 ? 'light' : 'dark'
    meta.media = value === 'system' ? `(prefers-color-scheme: ${scheme})` : (value === 'dark') === (scheme === 'dark') ? 'all' : 'not all'
  }
}

/** Chooses the next theme, and returns it. */
export function nextTheme(): (typeof DISPLAY_CHOICES.theme)[number] {
  const themes = DISPLAY_CHOICES.theme
  const next = themes[(themes.findIndex((one) => one === readDisplay('theme')) + 1) % themes.length] ?? 'system'
  chooseDisplay('theme', next)
  return next
}
