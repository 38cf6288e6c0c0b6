import { useEffect, useState } from 'react'
import { MINUTE_MS } from '../../shared/text/durations.ts'
import { useHydrated } from '../components/contexts/hydrated.ts'

/** The current time in ms since 1970, updated every minute; 0 while prerendering and hydrating, so that the HTML is always the same. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return useHydrated() ? now : 0
}
