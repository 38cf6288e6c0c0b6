import { useEffect, useState } from 'react'
import { useHydrated } from '../components/contexts/hydrated.ts'

const MINUTE = 60_000

/** The time in ms since 1970, a minute old at most; 0 in a prerendered page, which is the same everywhere and always. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return useHydrated() ? now : 0
}
