import { useEffect, useState } from 'react'

/** A wait shorter than this, in ms, is not spoken of. */
const LONG = 200

/** Whether something has gone on for so long that the reader should be told. */
export function useDelayedFlag(isOn: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLong(true), LONG)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isOn])
  return isOn && isLong
}
