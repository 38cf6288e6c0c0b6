import type { KeyboardEvent } from 'react'

/**
 * Makes a list of links one Tab stop: for `ref` of the list, after each render. The current link, or the first, can
 * be reached by Tab; see `moveFocus`. Set by script, so that without JavaScript every link can be.
 */
export function makeTabStop(list: HTMLElement | null): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a') ?? [])]
  const stop = links.find((link) => link === document.activeElement) ?? links.find((link) => link.hasAttribute('aria-current')) ?? links[0]
  for (const link of links) link.tabIndex = link === stop ? 0 : -1
}

/** Moves the focus in a list: up and down between its links, sideways between a link and its button. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: list, target } = event
  if (!(target instanceof HTMLElement)) return
  const links = [...list.querySelectorAll<HTMLElement>('a')].filter((link) => link.checkVisibility())
  const item = target.closest('li')
  const at = links.findIndex((link) => item?.contains(link))
  const isStrip = getComputedStyle(list).flexDirection === 'row'
  const isForward = key === 'ArrowDown' || (isStrip && key === (isRtl(list) ? 'ArrowLeft' : 'ArrowRight'))
  const isBack = key === 'ArrowUp' || (isStrip && key === (isRtl(list) ? 'ArrowRight' : 'ArrowLeft'))
  const sideways = /^Arrow(Left|Right)$/.test(key) ? item?.querySelector<HTMLElement>(target.matches('a') ? 'button' : 'a') : null
  const next = isForward ? links[at + 1] : isBack ? links[at - 1] : key === 'Home' ? links[0] : key === 'End' ? links.at(-1) : sideways
  if (!next) return
  event.preventDefault()
  next.focus()
  for (const link of links) link.tabIndex = (next.closest('li') ?? next).contains(link) ? 0 : -1
}

function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}
