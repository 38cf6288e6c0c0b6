import { cleanLine } from '../values/clean-text.ts'
import type { Fields } from './field-reader.ts'
import type { SeedProvider } from '../values/seed-story.ts'
import { parseWebAddress } from '../values/web-address.ts'
import { quote } from '../../issues/terminal-text.ts'

const HOSTNAME = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/
const MAX_NAME = 100

/**
 * A story's publisher, from the field `provider` or else from the host of the story's address. Null when
 * neither has a domain, because the domain identifies a provider.
 */
export function readProvider(fields: Fields, url: string | null): SeedProvider | null {
  // Some feeds name an agency under `source`, where others have an address.
  const source = fields.written('source')
  const value = fields.value('provider') ?? (url !== null && /^[^[\]/:]{2,60}$/.test(source) ? source : null)
  const own = typeof value === 'string' ? null : fields.child(value, fields.at('provider'))
  const text = typeof value === 'string' ? value : (own?.text('name') ?? '')
  const name = cleanLine(text, MAX_NAME, fields.collector, own?.at('name') ?? fields.at('provider'))
  const domain = (own && readDomain(own)) ?? (url === null ? null : toDomain(new URL(url).hostname))
  if (domain !== null) return { domain, name: name === '' ? domain : name }
  if (name !== '') fields.report('provider', `${quote(name)} has no domain and is ignored. Add one: domain: example.com.`)
  return null
}

function readDomain(own: Fields): string | null {
  const text = own.text('domain')
  if (text === '') return null
  const domain = toDomain(text.toLowerCase()) ?? domainOfAddress(text)
  if (domain === null) own.report('domain', `${quote(text)} is not a domain. Write one such as example.com.`)
  return domain
}

/** `www.cnet.com` → `cnet.com`; null for anything but a host name of at least two labels. */
function toDomain(host: string): string | null {
  const bare = host.replace(/^www\./, '').replace(/\.$/, '')
  const labels = bare.split('.')
  const valid = bare.length <= 253 && labels.length > 1 && labels.every((label) => label.length <= 63 && HOSTNAME.test(label))
  return valid ? bare : null
}

/** The host of a whole address, or the ASCII form of a domain in another script. */
function domainOfAddress(text: string): string | null {
  const address = parseWebAddress(text.includes('://') ? text : `https://${text}`)
  return 'url' in address ? toDomain(address.url.hostname) : null
}
