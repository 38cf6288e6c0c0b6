import { useEffect, useState } from 'react'

/** Shorter waits, in ms, are not shown to the user. */
const DELAY = 200

/** Whether a flag has been on for longer than `DELAY`. */
export function useDelayedFlag(isOn: boolean): boolean {
  const [hasPassed, setPassed] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setPassed(true), DELAY)
    return () => {
      clearTimeout(timer)
      setPassed(false)
    }
  }, [isOn])
  return isOn && hasPassed
}
