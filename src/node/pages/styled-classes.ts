import { classesIn, RARE_ELEMENT, type StyleNode } from '../app/used-styles.ts'
import type { HtmlPart } from '../../shared/contract/render-page.ts'

const ATTRIBUTE = / class="([^"]*)"/g

/**
 * Makes a function that returns the classes of a page's content that styles have rules for, in alphabetical
 * order. Called for every page: attributes are split once, and so are parts as bytes, which many pages share.
 */
export function styledClasses(styles: readonly StyleNode[]): (content: readonly HtmlPart[]) => string[] {
  const styled = new Set(classesIn(styles))
  if (styled.size === 0) return () => []
  const known = new Map<string, readonly string[]>()
  const shared = new WeakMap<Uint8Array, readonly string[]>()
  const namesIn = (html: string, found: Set<string>) => {
    for (const [, value = ''] of html.matchAll(ATTRIBUTE)) {
      const names = known.get(value) ?? value.split(' ').filter((name) => styled.has(name))
      known.set(value, names)
      for (const name of names) found.add(name)
    }
    if (html.includes(`<${RARE_ELEMENT}`)) found.add(RARE_ELEMENT)
    return found
  }
  return (content) => {
    const found = new Set<string>()
    for (const part of content) {
      if (typeof part === 'string') {
        namesIn(part, found)
        continue
      }
      const names = shared.get(part) ?? [...namesIn(Buffer.from(part).toString(), new Set())]
      shared.set(part, names)
      for (const name of names) found.add(name)
    }
    return [...found].sort()
  }
}
