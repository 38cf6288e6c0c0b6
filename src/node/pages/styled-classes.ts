import { classesIn, type StyleNode } from '../app/used-styles.ts'
import type { HtmlPart } from '../../shared/contract/render-page.ts'

const ATTRIBUTE = / class="([^"]*)"/g

/** Makes a function that returns the classes of a page's content that styles have rules for, in alphabetical order. */
export function styledClasses(styles: readonly StyleNode[]): (content: readonly HtmlPart[]) => string[] {
  const styled = new Set(classesIn(styles))
  if (styled.size === 0) return () => []
  // Parts as bytes are the same on many pages.
  const shared = new WeakMap<Uint8Array, readonly string[]>()
  const namesIn = (html: string) => [...html.matchAll(ATTRIBUTE)].flatMap(([, names = '']) => names.split(' ')).filter((name) => styled.has(name))
  const namesOf = (part: HtmlPart) => {
    if (typeof part === 'string') return namesIn(part)
    const names = shared.get(part) ?? [...new Set(namesIn(Buffer.from(part).toString()))]
    shared.set(part, names)
    return names
  }
  return (content) => [...new Set(content.flatMap(namesOf))].sort()
}
