/** An address that may be opened, or why the text is none: a clause to follow `is not a web address: `. */
export type WebAddress = { readonly url: URL } | { readonly problem: string }

/** Longest address, in characters. Longer ones are data in disguise. */
export const MAX_ADDRESS = 4096

/**
 * Parameters that say how a reader came, not what is read. By prefix: `utm_` (Google, Matomo). By name: clicks of Facebook,
 * Google, Microsoft, Yandex, Twitter, Instagram; mailings of Mailchimp, HubSpot, Marketo; campaign
 * marks of CNN, BBC and MSN; Google Analytics' linker.
 */
const TRACKING =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid|igsh|ref_src|ref_url|cmpid|ocid|_ga|_gl|_hsenc|_hsmi|mkt_tok)$/i

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
/** Joiners of letters are none: addresses in Persian and Hindi hold them. */
const CONTROL_OR_SPACE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|(?! )\p{Zs}/u

/**
 * The one gate for addresses: everything a seed says that could be opened comes through here. Only
 * http and https pass; `//host/…` is read as https; user names and passwords are dropped, because they
 * are mostly there to make one host look like another. Plain spaces are encoded as %20.
 */
export function parseWebAddress(text: string): WebAddress {
  const trimmed = text.trim()
  if (trimmed.length > MAX_ADDRESS) return { problem: `it is longer than ${MAX_ADDRESS} characters.` }
  if (CONTROL_OR_SPACE.test(trimmed)) return { problem: 'it holds control characters or white space.' }
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed
  if (!/^https?:/i.test(absolute)) {
    const problem = SCHEME.test(absolute) ? 'only http and https are opened.' : 'it must begin with https:// or http://.'
    return { problem }
  }
  if (!/^https?:\/\/[^/\\]/i.test(absolute)) return { problem: 'after https:// comes a host.' }
  try {
    const url = new URL(absolute)
    if (url.username !== '') url.username = ''
    if (url.password !== '') url.password = ''
    return { url }
  } catch {
    return { problem: 'its host or port is not valid.' }
  }
}

/**
 * The canonical form of an address: host in lower case, without default port, tracking parameters
 * and fragment. A fragment that names the page (`#!/…`, `#/…`) stays; parameters keep their order.
 */
export function canonicalAddress(url: URL): string {
  const result = new URL(url)
  const kept = withoutTracking(result.search)
  result.search = kept === '' ? '' : `?${kept}`
  if (!/^#!?\//.test(result.hash)) result.hash = ''
  return result.href
}

/** What two canonical addresses of one page share: not the scheme, `www.`, nor a slash at the end of the path. */
export function identityKey(canonical: string): string {
  const rest = canonical.replace(/^https?:\/\/(?:www\.)?/, '')
  const query = rest.search(/[?#]/)
  const path = query === -1 ? rest : rest.slice(0, query)
  const slash = /\/+$/.exec(path.slice(-64))
  return path.slice(0, path.length - (slash?.[0].length ?? 0)) + (query === -1 ? '' : rest.slice(query))
}

function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''))
    .join('&')
}
