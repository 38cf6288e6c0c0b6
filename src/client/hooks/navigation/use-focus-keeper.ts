import { useEffect } from 'react'

/**
 * When the element that has the focus goes from the page ("Try again" after it worked), the focus
 * goes to the view's heading: without this the next Tab would begin at the top of the page.
 */
export function useFocusKeeper(): void {
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
