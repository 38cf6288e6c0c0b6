/** An address that is safe to open, or why the text is not one: a clause to follow `is not a web address: `. */
export type WebAddress = { readonly url: URL } | { readonly problem: string }

/** Longest address, in characters. Longer ones are embedded data. */
export const MAX_ADDRESS = 4096

/**
 * Tracking parameters. By prefix: `utm_` (Google, Matomo). By name: click ids of Facebook, Google, Microsoft,
 * Yandex, Twitter and Instagram; mailing ids of Mailchimp, HubSpot and Marketo; campaign ids of CNN, BBC and
 * MSN; Google Analytics' linker.
 */
const TRACKING =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid|igsh|ref_src|ref_url|cmpid|ocid|_ga|_gl|_hsenc|_hsmi|mkt_tok)$/i

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
/** Not the joiners U+200C and U+200D, which addresses in Persian and Hindi contain. */
const CONTROL_OR_SPACE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|(?! )\p{Zs}/u

/**
 * The only gate for addresses: every address of a seed passes through it. Only http and https are allowed;
 * `//host/…` means https. User names and passwords are removed, because they mostly make one host look like
 * another. Spaces are encoded as %20.
 */
export function parseWebAddress(text: string): WebAddress {
  const trimmed = text.trim()
  if (trimmed.length > MAX_ADDRESS) return { problem: `it is longer than ${MAX_ADDRESS} characters.` }
  if (CONTROL_OR_SPACE.test(trimmed)) return { problem: 'it contains control characters or white space.' }
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed
  if (!/^https?:/i.test(absolute)) {
    const problem = SCHEME.test(absolute) ? 'only http and https are allowed.' : 'it must begin with https:// or http://.'
    return { problem }
  }
  if (!/^https?:\/\/[^/\\]/i.test(absolute)) return { problem: 'it has no host after https://.' }
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
 * The canonical form of an address: the host in lower case, without default port, tracking parameters and
 * fragment. A fragment that identifies the page (`#!/…`, `#/…`) stays; parameters keep their order.
 */
export function canonicalAddress(url: URL): string {
  const result = new URL(url)
  const search = withoutTracking(result.search)
  result.search = search === '' ? '' : `?${search}`
  if (!/^#!?\//.test(result.hash)) result.hash = ''
  return result.href
}

/** Equal for canonical addresses of the same page: without scheme, `www.` and a slash at the path's end. */
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
