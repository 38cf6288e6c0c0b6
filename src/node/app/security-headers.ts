import type { ImagesSetting } from '../config/read-options.ts'

/**
 * What pages may load and do. The scripts and styles that a page contains are allowed in the page itself, by their hashes,
 * see `addContentSecurityPolicy`: they change with every version of the app, and a host's configuration does not.
 */
export function policyFor(images: ImagesSetting): readonly string[] {
  // With `link`, pictures come from anywhere.
  return [images === 'keep' ? `img-src 'self'` : `img-src 'self' https: data:`, ...POLICY]
}

const POLICY: readonly string[] = [
  `connect-src 'self'`,
  `font-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `frame-src https://www.youtube-nocookie.com https://player.vimeo.com`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  // The policy is in `trusted-types.ts`: it lets the sanitised body of a story and the site's own workers through.
  `require-trusted-types-for 'script'`,
  `trusted-types default`,
]

/** Headers of every answer; `docs/hosting/` repeats those for `link`, which a page's own policy narrows. */
export function securityHeaders(images: ImagesSetting): Readonly<Record<string, string>> {
  // Only a header can forbid others to frame a page.
  return { 'Content-Security-Policy': [...policyFor(images), `frame-ancestors 'none'`].join('; '), ...HEADERS }
}

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** For sites at https addresses: browsers use https for a year, whatever a link says. */
export const TRANSPORT_SECURITY = 'max-age=31536000'
