import type { ReactNode } from 'react'

/** Stands where the build puts in HTML that it has rendered before; no seed's text comes after it. */
export function Placeholder(): ReactNode {
  return <i data-slot="" />
}

/** HTML before and after a slot. */
export type Around<Part = string> = readonly [before: Part, after: Part]

const SLOT = '<i data-slot=""></i>'

/** Cuts rendered HTML at its last slot. Throws when there is none. */
export function splitAtPlaceholder(html: string): Around {
  const at = html.lastIndexOf(SLOT)
  if (at === -1) throw new Error('What was rendered has no slot.')
  return [html.slice(0, at), html.slice(at + SLOT.length)]
}
