import { hash } from 'node:crypto'
import { identityKey } from './web-address.ts'

const ID_LENGTH = 10
/** How many ids of ten characters there are: below 2^52, so that numbers are exact. */
const ID_COUNT = 36 ** ID_LENGTH

/** The id of the story at a canonical address. */
export function idOfAddress(canonical: string): string {
  return shortHash(`url:${identityKey(canonical)}`)
}

/** The id of a story without address, from its seed's path under the seeds folder. */
export function idOfPath(path: string): string {
  return shortHash(`path:${path}`)
}

/** Ten characters `[0-9a-z]` from 52 bits of SHA-256: among 100,000 stories the chance of a collision is about one in a million. */
function shortHash(text: string): string {
  const bits = Number.parseInt(hash('sha256', text, 'hex').slice(0, 13), 16)
  return (bits % ID_COUNT).toString(36).padStart(ID_LENGTH, '0')
}
