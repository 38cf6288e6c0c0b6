import type { Element } from 'hast'
import type { Token } from 'markdown-it'
import { element } from './hast.ts'

/** The section of the footnotes. Its last child is the list, still empty. */
export function openFootnotes(): Element {
  const title = element('h2', { className: ['sr-only'], id: 'footnote-label' }, 'Footnotes')
  return element('section', { dataFootnotes: '', className: ['footnotes'] }, title, '\n', element('ol', {}))
}

/** One footnote, still empty. */
export function openFootnote(token: Token): Element {
  return element('li', { id: `fn-${referenceOf(token).number}` })
}

/** The number in the text that links to a footnote. */
export function footnoteReference(token: Token): Element {
  const { number, suffix } = referenceOf(token)
  const properties = { href: `#fn-${number}`, id: `fnref-${number}${suffix}`, dataFootnoteRef: '', ariaDescribedBy: ['footnote-label'] }
  return element('sup', {}, element('a', properties, String(number)))
}

/** The arrow in a footnote that links back to its reference. */
export function backReference(token: Token): Element {
  const { number, suffix, time } = referenceOf(token)
  const properties = {
    href: `#fnref-${number}${suffix}`,
    dataFootnoteBackref: '',
    ariaLabel: `Back to reference ${number}${suffix}`,
    className: ['data-footnote-backref'],
  }
  return element('a', properties, '↩\ufe0e', ...(time > 1 ? [element('sup', {}, String(time))] : []))
}

/** The footnote that a token refers to, and which of its references the token is. */
function referenceOf(token: Token): { readonly number: number; readonly time: number; readonly suffix: string } {
  const { id, subId = 0 } = token.meta as { readonly id: number; readonly subId?: number }
  return { number: id + 1, time: subId + 1, suffix: subId > 0 ? `-${subId + 1}` : '' }
}
