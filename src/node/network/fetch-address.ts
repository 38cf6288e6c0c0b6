import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, fetch } from 'undici'
import { parseWebAddress } from '../seeds/values/web-address.ts'

const MAX_REDIRECTS = 5

/** How addresses are fetched. */
export interface FetchOptions {
  /** Unless true, only public hosts are reached: checked for each redirect, when their names are resolved. */
  readonly allowPrivate: boolean
  /** What to do about a private address that may be read, as a sentence without its full stop. */
  readonly privateRemedy: string
  readonly userAgent: string
  readonly accept: string
  /** Largest answer, in bytes, unpacked. */
  readonly maxBytes: number
  /** Longest wait for a whole answer, in ms. */
  readonly timeout: number
}

/** Why nothing was fetched, in plain words. */
export class FetchError extends Error {
  /** `unreachable`: no server has answered; with `unknown-host`, its name has no address, or this machine no network. */
  readonly kind: 'answered' | 'unreachable' | 'unknown-host'

  constructor(reason: string, kind: FetchError['kind'] = 'answered') {
    super(reason)
    this.kind = kind
  }
}

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

/** Fetches addresses. Null when the content has not changed. Rejects with a `FetchError`. */
export type FetchAddress = (address: string, validators: Validators) => Promise<Fetched | null>

/** Makes a function that fetches addresses within these limits. */
export function createFetch(options: FetchOptions): FetchAddress {
  const { allowPrivate, timeout, maxBytes } = options
  const dispatcher = new Agent({ connect: { timeout, ...(!allowPrivate && { lookup: publicLookup(options) }) } })
  return async (address, { etag, lastModified }) => {
    const signal = AbortSignal.timeout(timeout)
    const headers = {
      'user-agent': options.userAgent,
      accept: options.accept,
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    }
    const failed = (error: unknown) => {
      throw toFetchError(error, timeout)
    }
    let next = address
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const url = checkAddress(next, options)
      const response = await fetch(url, { dispatcher, redirect: 'manual', signal, headers }).catch(failed)
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null) {
        await response.body?.cancel()
        if (!URL.canParse(location, url)) throw new FetchError('it is redirected to something that is no address')
        next = new URL(location, url).href
        continue
      }
      if (response.status === 304) return null
      if (!response.ok) {
        await response.body?.cancel()
        throw new FetchError(`the server answered ${response.status}`)
      }
      const versions = { etag: response.headers.get('etag') ?? undefined, lastModified: response.headers.get('last-modified') ?? undefined }
      const bytes = await readBody(response.body, maxBytes).catch(failed)
      return { bytes, contentType: response.headers.get('content-type') ?? '', url: url.href, ...(versions.etag !== undefined && { etag: versions.etag }), ...(versions.lastModified !== undefined && { lastModified: versions.lastModified }) }
    }
    throw new FetchError(`it is redirected more than ${MAX_REDIRECTS} times`)
  }
}

function checkAddress(address: string, { allowPrivate, privateRemedy }: FetchOptions): URL {
  const parsed = parseWebAddress(address)
  if (!('url' in parsed)) throw new FetchError(`${address} is not a web address: ${parsed.problem}`)
  const host = parsed.url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up.
  if (!allowPrivate && ipaddr.isValid(host) && !isPublic(host)) throw privateHost(host, privateRemedy)
  return parsed.url
}

function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

function privateHost(host: string, remedy: string): FetchError {
  return new FetchError(`${host} is a private address. ${remedy}`)
}

function publicLookup({ privateRemedy }: FetchOptions): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = error === null ? addresses : []
      if (error !== null) callback(error, [])
      else if (first === undefined || !addresses.every(({ address }) => isPublic(address))) callback(privateHost(hostname, privateRemedy), [])
      else if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

async function readBody(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new FetchError(`the answer is larger than ${maxBytes / 1024 / 1024} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toFetchError(error: unknown, timeout: number): FetchError {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (inner instanceof FetchError) return inner
  const code = inner instanceof Error && 'code' in inner ? inner.code : null
  if (inner instanceof Error && (inner.name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT')) return new FetchError(`no answer within ${timeout / 1000} seconds`, 'unreachable')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new FetchError('its host is not known', 'unknown-host')
  if (code === 'ECONNREFUSED') return new FetchError('the connection was refused', 'unreachable')
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH') return new FetchError('its host can not be reached', 'unknown-host')
  return new FetchError(inner instanceof Error ? inner.message : String(inner))
}
