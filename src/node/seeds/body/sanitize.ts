import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Schema } from 'hast-util-sanitize'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { adaptCallout } from './callouts.ts'
import { WIKI } from './dialects.ts'
import type { ImageDimensions } from '../values/image-dimensions.ts'
import { parseWebAddress } from '../values/web-address.ts'

const ID_PREFIX = 'story-'
const MAX_TEXT_ATTRIBUTE = 500

/** The HTML that a body may contain: text and its structure, links and images. No styles, forms, frames, scripts or event handlers. */
export const BODY_SCHEMA: Schema = {
  tagNames: [
    'a', 'abbr', 'b', 'blockquote', 'br', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'input', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp',
    'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot',
    'th', 'thead', 'tr', 'u', 'ul', 'var', 'wbr',
  ],
  attributes: {
    a: ['href', 'dataFootnoteBackref', 'dataFootnoteRef', 'ariaDescribedBy', 'ariaLabel', ['className', 'data-footnote-backref']],
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    details: ['open'],
    h2: [['className', 'sr-only']],
    img: ['src', 'alt', 'width', 'height'],
    input: ['checked', ['type', 'checkbox'], ['disabled', true]],
    li: ['value', ['className', 'task-list-item']],
    ol: ['start', 'reversed'],
    // Set by `highlightCode` and, for formulas, by `markFormula`.
    span: [['className', /^hl-[a-z]+$/, 'math', 'math-display']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    ul: [['className', 'contains-task-list']],
    '*': ['dir', 'id', 'lang', 'title'],
  },
  ancestors: { tbody: ['table'], td: ['table'], tfoot: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  clobber: ['ariaDescribedBy', 'id'],
  clobberPrefix: ID_PREFIX,
  // `adaptImage` checks an image's `src`, and reports what it rejects.
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style', 'template', 'textarea', 'title', 'noscript', 'iframe', 'object', 'select', 'svg', 'math'],
}

/** Longest link to a note, in characters. */
const MAX_NOTE = 500

/** The address and, if known, the size of an image that a body names; the address of a video; or why it can't be shown. */
export type FindImage = (source: string) => { readonly url: string; readonly size: ImageDimensions | null } | { readonly link: string } | { readonly problem: string }

/** An image of a body that a page can't show. */
export interface RejectedImage {
  /** As in the body, or with special characters encoded. */
  readonly address: string
  readonly problem: string
}

/**
 * Adapts sanitised HTML to a story page: checks addresses, makes images load lazily and without a referrer,
 * moves headings below the page's own, and turns task boxes into characters, which need no label. Returns
 * the images that were replaced by their descriptions.
 */
export function adaptBody(tree: Root, findImage: FindImage): RejectedImage[] {
  const rejected: RejectedImage[] = []
  let highest = 7
  visit(tree, (element) => {
    if (HEADING.test(element.tagName)) highest = Math.min(highest, levelOf(element))
    return element
  })
  visit(tree, (element) => {
    const { properties, tagName } = element
    const { className, title } = properties
    // The sanitiser leaves an empty list where it removed unknown classes.
    if (Array.isArray(className) && className.length === 0) delete properties['className']
    if (typeof title === 'string' && title.length > MAX_TEXT_ATTRIBUTE) delete properties['title']
    if (tagName === 'a') adaptLink(element)
    else if (tagName === 'blockquote') adaptCallout(element)
    else if (tagName === 'pre') properties['tabIndex'] = 0 // Scrolls sideways, so it must be reachable by keyboard.
    else if (HEADING.test(tagName)) element.tagName = `h${Math.min(6, levelOf(element) - highest + 2)}`
    else if (tagName === 'img') return adaptImage(element, findImage, rejected)
    else if (tagName === 'input') return textNode('checked' in properties && properties['checked'] !== false ? '☑\ufe0e' : '☐')
    return element
  })
  return rejected
}

const HEADING = /^h[1-6]$/

function levelOf(heading: Element): number {
  return Number(heading.tagName.charAt(1))
}

function adaptLink(link: Element): void {
  const { properties } = link
  const href = typeof properties['href'] === 'string' ? properties['href'] : ''
  if (href.startsWith('#')) {
    properties['href'] = `#${ID_PREFIX}${href.slice(1)}`
    return
  }
  if (/^mailto:/i.test(href)) return
  const address = parseWebAddress(href)
  if ('url' in address) {
    properties['href'] = address.url.href
    properties['rel'] = ['nofollow', 'noopener', 'noreferrer']
  } else {
    // The link of a note to another note, or a link inside the site that the text came from.
    const note = noteOf(href)
    if (note === null) link.tagName = 'span'
    link.properties = note === null ? {} : { dataNote: note }
  }
}

/** The note that a relative link names: `wiki:Name` or a path; null for any other link. */
function noteOf(href: string): string | null {
  if (href.length > MAX_NOTE || /^(?:[a-z][a-z0-9+.-]*:|\/\/|\?|$)/i.test(href)) return null
  const path = decodeSegment(href.replace(/[?#].*$/s, ''))
  if (path === '') return null
  return path.startsWith(WIKI) ? `wiki:${path.slice(WIKI.length)}` : path
}

function adaptImage(image: Element, findImage: FindImage, rejected: RejectedImage[]): ElementContent {
  const { src, alt, width, height } = image.properties
  const source = typeof src === 'string' ? src : ''
  const address = findImage(source)
  const text = (typeof alt === 'string' ? alt : '').slice(0, MAX_TEXT_ATTRIBUTE)
  if ('problem' in address) {
    if (source !== '') rejected.push({ address: source, problem: address.problem })
    return textNode(text)
  }
  if ('link' in address) {
    image.tagName = 'a'
    image.properties = { href: address.link }
    image.children = [textNode(text || address.link)]
    adaptLink(image)
    return image
  }
  const sizes = address.size ?? (isPixels(width) && isPixels(height) ? { width, height } : {})
  const loading = { loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' }
  image.properties = { src: address.url, alt: text, ...sizes, ...loading }
  return image
}

function isPixels(value: unknown): value is number | string {
  return /^\d{1,5}$/.test(String(value)) && Number(value) > 0
}

function textNode(value: string): ElementContent {
  return { type: 'text', value }
}

/** Replaces every element, outer ones first, by the result of `change`. */
function visit(parent: Root | Element, change: (element: Element) => ElementContent): void {
  const children: RootContent[] = parent.children
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    const changed = change(child)
    children[index] = changed
    if (changed.type === 'element') visit(changed, change)
  }
}
