import { useState } from 'react'
import type { Density } from '../../shared/feed/density.ts'
import { useHydrated } from '../components/contexts/hydrated.ts'
import { readDensity, storeDensity } from '../data/storage/density.ts'

/** Where no density is chosen, windows this narrow show a list: see `story-card.module.css`. */
const NARROW = '(width < 38rem)'

/** How densely feeds are set on this device. */
interface DensityState {
  /** Null in a prerendered page: only the device knows it. */
  readonly density: Density | null
  /** What the user chose; null for nothing yet. */
  readonly chosen: Density | null
  readonly choose: (density: Density) => void
}

/** The density of feeds, and how to choose it. */
export function useDensity(): DensityState {
  const isHydrated = useHydrated()
  const [chosen, setChosen] = useState(() => (import.meta.env.SSR ? null : readDensity()))
  const choose = (density: Density) => {
    storeDensity(density)
    setChosen(density)
  }
  return { density: isHydrated ? (chosen ?? (matchMedia(NARROW).matches ? 'list' : 'magazine')) : null, chosen, choose }
}
