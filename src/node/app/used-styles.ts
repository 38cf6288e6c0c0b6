import postcss from 'postcss'
import type { ChildNode, Container } from 'postcss'

/** A piece of a style sheet. */
export type StyleNode =
  /** CSS that every page gets. */
  | string
  /** A rule with the classes that each of its selectors needs. */
  | { readonly css: string; readonly selectors: readonly (readonly string[])[] }
  /** A layer or condition around others; `open` is what comes before its brace. */
  | { readonly open: string; readonly nodes: readonly StyleNode[] }

/** Arguments of these don't have to be in a page for a selector to match. */
const OPTIONAL = /:(?:not|is|where)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g
const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g

/** What comes after the app has loaded the rest: nobody hovers before, over tooltips neither, and only the app sets the others. */
const LATER = /:hover|\[(?:title|aria-disabled|data-loading)\b/

/** An element that few pages have: they need its rule as they need those of a class. */
export const RARE_ELEMENT = 'mark'

/** A font that few users choose; fallback fonts show until the app has loaded it. */
const OPTIONAL_FONT = /font-family:\s*Legible/

/** Definitions of custom properties and animations. */
const DEFINITION = /(?<=[{;])(--[\w-]+):[^;{}]*;?|@keyframes ([\w-]+)\{(?:[^{}]|\{[^{}]*\})*\}/g

/** What stops motion for those who asked for it. */
const STILL = /@media \(prefers-reduced-motion:reduce\)\{(?:[^{}]|\{[^{}]*\})*\}/g
const MOTION = /\b(?:animation|transition|scroll-behavior)\b/

/**
 * Splits a style sheet into pieces, for `usedStyles`. Rules for states that come later are left out, and so is the font
 * that few users choose.
 */
export function parseStyles(css: string): StyleNode[] {
  return toNodes(postcss.parse(css))
}

/** The classes that a style sheet has rules for. */
export function classesIn(nodes: readonly StyleNode[]): string[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : 'nodes' in node ? classesIn(node.nodes) : node.selectors.flat()))
}

/** The CSS that applies to a page with these classes, in the order of the style sheet. Rules without classes always do. */
export function usedStyles(nodes: readonly StyleNode[], classes: ReadonlySet<string>): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if ('css' in node) return node.selectors.some((names) => names.every((name) => classes.has(name))) ? node.css : ''
      const inner = usedStyles(node.nodes, classes)
      return inner === '' ? '' : `${node.open}{${inner}}`
    })
    .join('')
}

/** The CSS without the custom properties and animations that nothing in it uses, nor what stops motion where nothing moves. */
export function withoutUnusedDefinitions(css: string): string {
  const moving = css.replace(STILL, '')
  return (MOTION.test(moving) ? css : moving).replace(DEFINITION, (definition, property: string | undefined, animation: string) => {
    const isUsed = property === undefined ? css.split(animation).length > 2 : css.includes(`var(${property})`) || css.includes(`var(${property},`)
    return isUsed ? definition : ''
  })
}

function toNodes(container: Container): StyleNode[] {
  return (container.nodes ?? []).map((node: ChildNode): StyleNode => {
    if (node.type === 'rule') return { css: node.toString(), selectors: node.selectors.filter((selector) => !LATER.test(selector)).map(classesOf) }
    const isGroup = node.type === 'atrule' && ['layer', 'media', 'supports', 'container'].includes(node.name) && node.nodes !== undefined
    if (isGroup) return { open: `@${node.name}${node.raws.afterName ?? ' '}${node.params}`, nodes: toNodes(node) }
    if (OPTIONAL_FONT.test(node.toString())) return ''
    return node.toString() + (node.type === 'atrule' && node.nodes === undefined ? ';' : '')
  })
}

function classesOf(selector: string): string[] {
  if (selector === RARE_ELEMENT) return [selector]
  return [...selector.replace(OPTIONAL, '').matchAll(CLASS)].flatMap(([, name]) => name ?? [])
}
