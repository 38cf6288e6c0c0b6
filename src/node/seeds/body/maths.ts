import type { Element, Root } from 'hast'
import type { Schema } from 'hast-util-sanitize'
import { findElements } from './hast.ts'
import type { ParseHtml } from './parse-html.ts'

/** Longest formula, in characters. */
const MAX_FORMULA = 5000
/** Most formulas of a body, and their characters; a cell of a matrix counts as ten. Others stay as they are written. */
export const MAX_FORMULAS = 300
const MAX_TOTAL_TEX = 8000

/** What the formulas of a body may become: presentation MathML without styles and addresses. */
export const MATH_SCHEMA: Schema = {
  tagNames: [
    'math', 'menclose', 'merror', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts', 'mroot', 'mrow', 'ms',
    'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover', 'none',
  ],
  attributes: {
    '*': [
      'accent', 'accentUnder', 'depth', 'display', 'displayStyle', 'displaystyle', 'fence', 'form', 'height', 'lspace', 'linethickness', 'mathvariant', 'maxsize', 'minsize',
      'movablelimits', 'notation', 'rspace', 'scriptlevel', 'separator', 'stretchy', 'symmetric', 'voffset', 'width', 'columnspan', 'rowspan', 'colSpan', 'rowSpan',
      ['className', 'tml-left', 'tml-right'],
    ],
  },
}

/** A formula in Markdown, as HTML that keeps its TeX through the parser and the sanitiser. Line breaks become spaces. */
export function markFormula(tex: string, isDisplay: boolean): string {
  const line = tex.replace(/(?<!\\)%.*$/gm, '').replace(/\s+/g, ' ').trim()
  return `<span class="${isDisplay ? 'math-display' : 'math'}">${line.replace(/[\\_*[\]<>`~|&!"'(){}#+.$:@^=%-]/g, '\\$&')}</span>`
}

/** Converts the formulas of a sanitised tree from TeX to MathML. One that is not valid TeX stays as it was written. */
export async function renderMaths(tree: Root, parseHtml: ParseHtml): Promise<void> {
  const formulas = findElements(tree, ({ tagName, properties: { className } }) => tagName === 'span' && Array.isArray(className) && /^math(?:-display)?$/.test(String(className[0])))
  if (formulas.length === 0) return
  const [{ default: temml }, { fromParse5 }, { sanitize }] = await Promise.all([import('temml'), import('hast-util-from-parse5'), import('hast-util-sanitize')])
  let total = 0
  for (const formula of formulas) {
    const isDisplay = Array.isArray(formula.properties['className']) && formula.properties['className'][0] === 'math-display'
    const tex = formula.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    formula.properties = {}
    try {
      total += tex.length + 9 * (tex.match(/&|\\\\/g)?.length ?? 0)
      if (tex.length > MAX_FORMULA || total > MAX_TOTAL_TEX) throw new RangeError('Too long')
      const math = sanitize(fromParse5(parseHtml(temml.renderToString(tex, { displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 200 }))), MATH_SCHEMA)
      formula.children = (math.type === 'root' ? math.children : [math]).filter((node): node is Element => node.type === 'element')
      const [own] = formula.children
      // What screen readers without MathML read, and a copy as Markdown contains.
      if (own?.type === 'element') own.properties['alttext'] = tex
      // The sanitiser leaves an empty list where it removed other classes.
      for (const { properties } of findElements(formula, ({ properties: { className } }) => Array.isArray(className) && className.length === 0)) delete properties['className']
    } catch {
      const sign = isDisplay ? '$$' : '$'
      formula.children = [{ type: 'text', value: `${sign}${tex}${sign}` }]
    }
  }
}
