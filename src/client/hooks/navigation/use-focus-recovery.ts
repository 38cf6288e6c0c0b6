import { useEffect } from 'react'

/**
 * Moves the focus to the view's heading when the focused element is removed (such as "Try again" after it
 * worked); otherwise the next press of Tab would start at the top of the page.
 */
export function useFocusRecovery(): void {
  useEffect(() => {
    let last: EventTarget | null = null
    const onFocus = ({ target }: FocusEvent) => {
      last = target
    }
    const changes = new MutationObserver(() => {
      if (document.activeElement !== document.body || !(last instanceof Element) || last.isConnected) return
      last = null
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    })
    addEventListener('focusin', onFocus)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      removeEventListener('focusin', onFocus)
      changes.disconnect()
    }
  }, [])
}
