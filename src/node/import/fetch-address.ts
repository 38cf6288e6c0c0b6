import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, fetch } from 'undici'
import { parseWebAddress } from '../seeds/values/web-address.ts'

/** Largest answer, in bytes, unpacked. */
export const MAX_BYTES = 20 * 1024 * 1024
/** Longest wait for a whole answer, in ms. */
const TIMEOUT = 30_000
const MAX_REDIRECTS = 5

/** What an earlier answer said about its version, for a conditional request. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export interface Fetched extends Validators {
  readonly bytes: Uint8Array
  readonly contentType: string
  /** The address after all redirects. */
  readonly url: string
}

/** Fetches addresses. Null when the content has not changed. Rejects with a reason in plain words. */
export type FetchAddress = (address: string, validators: Validators) => Promise<Fetched | null>

/** Unless `allowPrivate`, only public hosts are reached: checked for each redirect, when their names are resolved. */
export function createFetch(allowPrivate: boolean): FetchAddress {
  const dispatcher = new Agent({ connect: { timeout: TIMEOUT, ...(!allowPrivate && { lookup: lookUpPublic }) } })
  return async (address, { etag, lastModified }) => {
    const signal = AbortSignal.timeout(TIMEOUT)
    const headers = {
      'user-agent': 'Newsfold (feed import)',
      accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    }
    let next = address
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const url = checkAddress(next, allowPrivate)
      const response = await fetch(url, { dispatcher, redirect: 'manual', signal, headers }).catch((error: unknown) => {
        throw new Error(reasonOf(error))
      })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null) {
        await response.body?.cancel()
        next = new URL(location, url).href
        continue
      }
      if (response.status === 304) return null
      if (!response.ok) throw new Error(`the server answered ${response.status}`)
      const versions = { etag: response.headers.get('etag') ?? undefined, lastModified: response.headers.get('last-modified') ?? undefined }
      const bytes = await readBody(response.body).catch((error: unknown) => {
        throw new Error(reasonOf(error))
      })
      return { bytes, contentType: response.headers.get('content-type') ?? '', url: url.href, ...(versions.etag !== undefined && { etag: versions.etag }), ...(versions.lastModified !== undefined && { lastModified: versions.lastModified }) }
    }
    throw new Error(`it is redirected more than ${MAX_REDIRECTS} times`)
  }
}

function checkAddress(address: string, allowPrivate: boolean): URL {
  const parsed = parseWebAddress(address)
  if (!('url' in parsed)) throw new Error(`${address} is not a web address: ${parsed.problem}`)
  const host = parsed.url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up.
  if (!allowPrivate && ipaddr.isValid(host) && !isPublic(host)) throw new Error(privateHost(host))
  return parsed.url
}

function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

function privateHost(host: string): string {
  return `${host} is a private address. Add --allow-private if it may be read.`
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = error === null ? addresses : []
    if (error !== null) callback(error, [])
    else if (first === undefined || !addresses.every(({ address }) => isPublic(address))) callback(new Error(privateHost(hostname)), [])
    else if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

async function readBody(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Error(`the answer is larger than ${MAX_BYTES / 1024 / 1024} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = inner instanceof Error && 'code' in inner ? inner.code : null
  if (inner instanceof Error && inner.name === 'TimeoutError') return `no answer within ${TIMEOUT / 1000} seconds`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host is not known'
  if (code === 'ECONNREFUSED') return 'the connection was refused'
  return inner instanceof Error ? inner.message : String(inner)
}
