import { useLayoutEffect, useState } from 'react'

const MINUTE = 60_000

/** The time in ms since 1970, a minute old at most; 0 in the first render, which is the same everywhere. */
export function useNow(): number {
  const [now, setNow] = useState(0)
  useLayoutEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
