/** Characters that are not allowed in a URI after its host: RFC 3986, sections 3.3 to 3.5. */
const NOT_IN_URI = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu

/**
 * A parsed http(s) address in the form of RFC 3986. Browsers accept `|`, `[`, `^`, a lone `%` or a second
 * `#`; feed readers and validators do not.
 */
export function strictUri(address: string): string {
  const [, host = '', rest = ''] = /^(https?:\/\/[^/?#]*)([^]*)$/i.exec(address) ?? []
  const encoded = rest.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(NOT_IN_URI, encodeURIComponent)
  const fragment = encoded.indexOf('#') + 1
  if (fragment === 0) return host + encoded
  return host + encoded.slice(0, fragment) + encoded.slice(fragment).replaceAll('#', '%23')
}
