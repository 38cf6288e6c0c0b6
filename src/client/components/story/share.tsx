import { useState, type ReactNode } from 'react'
import { copyText } from './copy-text.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './share.module.css'

interface Props {
  /** Names the view. */
  readonly title: string
  /** The view's own absolute address. */
  readonly addressOf: () => string
  /** The view as Markdown; left out where there is none. */
  readonly toMarkdown?: () => Promise<string>
}

/**
 * Hands the view's link to the system's share sheet; where there is none, copies it and says so. What
 * may not be copied is shown selected, to be copied by hand.
 */
export function Share({ title, addressOf, toMarkdown }: Props): ReactNode {
  const { words } = useLanguage()
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<string | null>(null)

  const copy = async (text: Promise<string>, done: string) => {
    setRefused(null)
    try {
      await copyText(text)
      setSaid(done)
    } catch {
      const plain = await text.catch(() => null)
      setSaid(plain === null ? words.couldNotLoad : words.copyByHand)
      setRefused(plain)
    }
  }
  const share = async () => {
    const url = addressOf()
    try {
      if ('share' in navigator) {
        await navigator.share({ title, url })
        return
      }
    } catch (error) {
      // Closing the sheet is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return
    }
    await copy(Promise.resolve(url), words.linkCopied)
  }
  return (
    <span className={styles.share} data-scripted="">
      <button type="button" onClick={() => void share()}>
        {words.share}
      </button>
      {toMarkdown && (
        <button type="button" onClick={() => void copy(toMarkdown(), words.markdownCopied)}>
          {words.copyMarkdown}
        </button>
      )}
      <span className={styles.said} aria-live="polite">
        {said}
      </span>
      {refused !== null && (
        <textarea key={refused} ref={selectAll} className={styles.refused} aria-label={words.copyByHand} readOnly defaultValue={refused} />
      )}
    </span>
  )
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}
