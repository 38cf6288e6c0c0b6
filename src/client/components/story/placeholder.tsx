import type { ReactNode } from 'react'

/** Marks where the build inserts HTML that it has rendered before. No text from a seed may follow it. */
export function Placeholder(): ReactNode {
  return <i data-placeholder="" />
}

/** HTML before and after a placeholder. */
export type Around<Part = string> = readonly [before: Part, after: Part]

const PLACEHOLDER = '<i data-placeholder=""></i>'

/** Splits rendered HTML at its last placeholder. Throws when there is none. */
export function splitAtPlaceholder(html: string): Around {
  const at = html.lastIndexOf(PLACEHOLDER)
  if (at === -1) throw new Error('The rendered HTML has no placeholder.')
  return [html.slice(0, at), html.slice(at + PLACEHOLDER.length)]
}
