import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Schema } from 'hast-util-sanitize'
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
export function adaptBody(tree: Root): RejectedImage[] {
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
    else if (tagName === 'pre') properties['tabIndex'] = 0 // Scrolls sideways, so it must be reachable by keyboard.
    else if (HEADING.test(tagName)) element.tagName = `h${Math.min(6, levelOf(element) - highest + 2)}`
    else if (tagName === 'img') return adaptImage(element, rejected)
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
    // A relative link of the site that the text came from doesn't work here.
    link.tagName = 'span'
    link.properties = {}
  }
}

function adaptImage(image: Element, rejected: RejectedImage[]): ElementContent {
  const { src, alt, width, height } = image.properties
  const source = typeof src === 'string' ? src : ''
  const address = parseWebAddress(source)
  const text = (typeof alt === 'string' ? alt : '').slice(0, MAX_TEXT_ATTRIBUTE)
  if (!('url' in address)) {
    if (source !== '') rejected.push({ address: source, problem: address.problem })
    return textNode(text)
  }
  const sizes = isPixels(width) && isPixels(height) ? { width, height } : {}
  const loading = { loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' }
  image.properties = { src: address.url.href, alt: text, ...sizes, ...loading }
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
