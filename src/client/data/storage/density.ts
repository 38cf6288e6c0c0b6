import { DENSITIES, type Density } from '../../../shared/feed/density.ts'
import { readStored, store } from './storage.ts'

/** The script in `index.html` reads it too, before the first paint. */
const KEY = 'newsfold:density'

/** The stored density; null when none is stored. */
export function readDensity(): Density | null {
  const value = readStored('localStorage', KEY)
  return DENSITIES.find((one) => one === value) ?? null
}

/** Stores the density on this device and applies it to the page. */
export function storeDensity(density: Density): void {
  store('localStorage', KEY, density)
  document.documentElement.dataset['density'] = density
}
