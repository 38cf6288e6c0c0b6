/** Finds and focuses cards of the feed for keyboard shortcuts. */

/** Moves the focus to the next (1) or previous (-1) card; without a focused card, to the first one in the window. */
export function focusCard(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('main article[aria-posinset], [role="feed"] article')]
  const focused = focusedCard()
  const current = focused === null ? -1 : cards.indexOf(focused)
  const inWindow = cards.findIndex((card) => card.getBoundingClientRect().bottom > innerHeight / 4)
  const next = current === -1 ? cards[Math.max(inWindow, 0)] : cards[current + step]
  if (next === undefined) return
  const target = next.querySelector<HTMLElement>('h2 a') ?? next
  target.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/** The card with the focus; null for none. */
export function focusedCard(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('main article[aria-labelledby]') ?? null
}

/** The id of the story in a card. */
export function storyIdOfCard(card: HTMLElement): string {
  return (card.getAttribute('aria-labelledby') ?? '').replace(/^card-/, '')
}
