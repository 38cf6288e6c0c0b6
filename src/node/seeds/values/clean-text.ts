import { decodeHTML } from 'entities/decode'
import type { FieldPath, IssueCollector } from '../../issues/issue-collector.ts'

/** Control characters, non-characters, lone surrogates, and marks that reverse or hide the text after them. Not joiners: emoji and Persian need them. */
const HARMFUL = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFDD0-\uFDEF\uFFFE\uFFFF]/gu
const PLAIN = /^[!-~]+(?: [!-~]+)*$/
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Text for display: white space collapsed, harmful characters removed, HTML entities decoded once. Tags
 * stay as plain characters, because the text is never used as markup. Empty when nothing is visible.
 */
export function cleanText(text: string): string {
  const decoded = text.includes('&') ? decodeHTML(text) : text
  if (PLAIN.test(decoded)) return decoded
  const cleaned = decoded.replace(/\s+/g, ' ').replace(HARMFUL, '').replace(/ +/g, ' ').trim()
  return VISIBLE.test(cleaned) ? cleaned : ''
}

/**
 * Removes what a crawler left of links: empty parentheses such as "(  ,   and  )", and white space before a
 * comma or full stop. `text` has passed `cleanText`.
 */
export function cleanExcerpt(text: string): string {
  return text
    .replace(/ ?\((?:[ ,;&]|\band\b|\bor\b)*\)/g, '')
    .replace(/ +([,.])(?= |$)/g, '$1')
    .replace(/,(?: ?,)+/g, ',')
    .trim()
}

/** A cleaned text, cut to `max` code points with a warning. */
export function cleanLine(text: string, max: number, collector: IssueCollector, path: FieldPath): string {
  const clean = cleanText(text)
  const short = shorten(clean, max)
  if (short !== clean) collector.warning(path, `is longer than ${max} characters and is cut. Shorten it.`)
  return short
}

/** A text cut to `max` code points; a cut text ends in `…`. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const points = Array.from(text)
  return points.length <= max ? text : `${points.slice(0, max - 1).join('').trimEnd()}…`
}

/** Whether a caption only repeats the title: the same letters and digits, cut short, or with little more. */
export function repeatsTitle(caption: string, title: string): boolean {
  if (caption === title) return true
  const [short, long] = [fold(caption), fold(title)]
  return long.includes(short) || (short.includes(long) && short.length < long.length * 1.5)
}

/** The excerpt; empty when it only repeats the title or a part of it. */
export function excerptBeyond(title: string, excerpt: string): string {
  return fold(title).includes(fold(excerpt)) ? '' : excerpt
}

/** Whether an excerpt, which may be cut short, is the beginning of a text. */
export function repeatsBeginning(excerpt: string, text: string): boolean {
  return fold(excerpt) !== '' && fold(text).startsWith(fold(excerpt))
}

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
