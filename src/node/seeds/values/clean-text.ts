import { decodeHTML } from 'entities/decode'
import type { FieldPath, IssueCollector } from '../../issues/issue-collector.ts'

/** Control characters, what is no character, lone surrogates and marks that turn or hide what follows. Joiners stay: emoji and Persian need them. */
const HARMFUL = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFDD0-\uFDEF\uFFFE\uFFFF]/gu
const PLAIN = /^[!-~]+(?: [!-~]+)*$/
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A text as a person should see it: white space folded, harmful characters gone, HTML entities
 * decoded once. Tags stay as the characters they are; the text is never used as markup.
 * Empty when nothing of it could be seen.
 */
export function cleanText(text: string): string {
  const decoded = text.includes('&') ? decodeHTML(text) : text
  if (PLAIN.test(decoded)) return decoded
  const cleaned = decoded.replace(/\s+/g, ' ').replace(HARMFUL, '').replace(/ +/g, ' ').trim()
  return VISIBLE.test(cleaned) ? cleaned : ''
}

/**
 * An excerpt without the holes that links left: "(  ,   and  )" goes, and so does the white space
 * before a comma or full stop. `text` is clean already.
 */
export function cleanExcerpt(text: string): string {
  return text
    .replace(/ ?\((?:[ ,;&]|\band\b|\bor\b)*\)/g, '')
    .replace(/ +([,.])(?= |$)/g, '$1')
    .replace(/,(?: ?,)+/g, ',')
    .trim()
}

/** What a seed says in one line, cleaned; the first `most` code points of it, told as shortened where it has more. */
export function cleanLine(text: string, most: number, report: IssueCollector, path: FieldPath): string {
  const clean = cleanText(text)
  const short = shorten(clean, most)
  if (short !== clean) report.warning(path, `is longer than ${most} characters and is shortened. Write it shorter.`)
  return short
}

/** The first `most` code points of a text, `…` for the rest. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const points = Array.from(text)
  return points.length <= most ? text : `${points.slice(0, most - 1).join('').trimEnd()}…`
}

/** Whether a caption only says the title again: the same letters and digits, whole or cut off, or with little more. */
export function repeatsTitle(caption: string, title: string): boolean {
  if (caption === title) return true
  const [short, long] = [fold(caption), fold(title)]
  return long.includes(short) || (short.includes(long) && short.length < long.length * 1.5)
}

/** An excerpt that adds to the title; empty when it is only the title, or a part of it, again. */
export function excerptBeyond(title: string, excerpt: string): string {
  return fold(title).includes(fold(excerpt)) ? '' : excerpt
}

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}
