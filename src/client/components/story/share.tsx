import { useState, type ReactNode } from 'react'
import { copyText } from './copy-text.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './share.module.css'

interface Props {
  /** Title of the view. */
  readonly title: string
  /** Absolute URL of the view. */
  readonly addressOf: () => string
  /** The view as Markdown; left out where there is none. */
  readonly toMarkdown?: () => Promise<string>
}

/**
 * Opens the system's share sheet with the view's link, or copies the link where there is no share sheet.
 * A text that the browser refuses to copy is shown selected.
 */
export function Share({ title, addressOf, toMarkdown }: Props): ReactNode {
  const { words } = useLanguage()
  const [message, setMessage] = useState('')
  const [uncopied, setUncopied] = useState<string | null>(null)

  const copy = async (text: Promise<string>, done: string) => {
    setUncopied(null)
    try {
      await copyText(text)
      setMessage(done)
    } catch {
      const plain = await text.catch(() => null)
      setMessage(plain === null ? words.couldNotLoad : storyPageWords.copyByHand)
      setUncopied(plain)
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
      // Closing the sheet is not an error.
      if (error instanceof DOMException && error.name === 'AbortError') return
    }
    await copy(Promise.resolve(url), storyPageWords.linkCopied)
  }
  return (
    <span className={styles.share} data-scripted="">
      <button type="button" onClick={() => void share()}>
        {storyPageWords.share}
      </button>
      {toMarkdown && (
        <button type="button" onClick={() => void copy(toMarkdown(), storyPageWords.markdownCopied)}>
          {storyPageWords.copyMarkdown}
        </button>
      )}
      <span className={styles.message} aria-live="polite">
        {message}
      </span>
      {uncopied !== null && (
        <textarea key={uncopied} ref={selectAll} className={styles.uncopied} aria-label={storyPageWords.copyByHand} readOnly defaultValue={uncopied} />
      )}
    </span>
  )
}

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}
