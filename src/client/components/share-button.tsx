import { useState, type ReactNode } from 'react'
import { useLanguage } from './language.ts'

/** Hands the story's link to the system's share sheet; where there is none, copies it and says so. */
export function ShareButton({ title }: { title: string }): ReactNode {
  const { words } = useLanguage()
  const [said, setSaid] = useState('')
  const share = async () => {
    const url = location.href
    try {
      if ('share' in navigator) await navigator.share({ title, url })
      else {
        await (navigator as Navigator).clipboard.writeText(url)
        setSaid(words.linkCopied)
      }
    } catch (error) {
      // Closing the share sheet is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setSaid(words.copyFailed)
    }
  }
  return (
    <>
      <button type="button" data-scripted="" onClick={() => void share()}>
        {words.share}
      </button>
      <span role="status">{said}</span>
    </>
  )
}
