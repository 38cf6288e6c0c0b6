import type MarkdownIt from 'markdown-it'
import { MAX_ADDRESS } from '../values/web-address.ts'

/**
 * Turns bare addresses into links, as GFM does (https://github.github.com/gfm/#autolinks-extension-): those
 * that begin with http, https or www., and email addresses.
 */
export function linkBareAddresses({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false }).add('ftp:', null).add('//', null)
  const web = { validate: (text: string, at: number) => (text.startsWith('//', at) ? withStart(2, addressLength(text, at + 2)) : 0) }
  linkify.add('http:', web).add('https:', web)
  linkify.add('www.', {
    validate: (text, at) => (/[\s*_~([]|^$/.test(text.charAt(at - 5)) ? withStart(-4, addressLength(text, at - 4)) : 0),
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
}

function withStart(start: number, length: number): number {
  return length === 0 ? 0 : Math.max(0, start + length)
}

const DOMAIN = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*/u
/** Longest host name, in characters (RFC 1035, 2.3.4). */
const MAX_DOMAIN = 253
/** Brackets end an address, so that it may be part of a link's text. */
const REST = /^[^\s<>[\]]*/
const END = new Set(`?!.,:*_~'"`)

/** Length of the address whose host begins at `start`, without the punctuation that ends the sentence; 0 for none. */
function addressLength(text: string, start: number): number {
  const domain = matchAt(DOMAIN, text.slice(start, start + MAX_DOMAIN + 1))
  if (domain === '' || domain.length > MAX_DOMAIN || /_[^.]*(?:\.[^.]*)?$/.test(domain)) return 0
  const address = matchAt(REST, text.slice(start, start + MAX_ADDRESS + 1))
  if (address.length > MAX_ADDRESS) return 0
  let surplus = [...address.matchAll(/[()]/g)].reduce((sum, [sign]) => sum + (sign === ')' ? 1 : -1), 0)
  let end = address.length
  for (;;) {
    const last = address.charAt(end - 1)
    if (last === ')' && surplus > 0) surplus -= 1
    else if (last === ';') {
      const entity = /&[a-z\d]+;$/i.exec(address.slice(Math.max(0, end - 32), end))
      if (entity === null) break
      end -= entity[0].length
      continue
    } else if (!END.has(last)) break
    end -= 1
  }
  return end < domain.length ? 0 : end
}

function matchAt(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? ''
}
