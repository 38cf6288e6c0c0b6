import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOfAddress } from '../../../../src/node/seeds/values/story-id.ts'
import { canonicalAddress, parseWebAddress } from '../../../../src/node/seeds/values/web-address.ts'

function canonical(text: string): string {
  const address = parseWebAddress(text)
  return 'url' in address ? canonicalAddress(address.url) : address.problem
}

test.each([
  ['HTTPS://WWW.Example.COM:443/A', 'https://www.example.com/A'],
  ['http://example.com', 'http://example.com/'],
  ['//example.com/a', 'https://example.com/a'],
  ['https://example.com/a?utm_source=x&b=2&UTM_Medium=y&a=1&fbclid=z#top', 'https://example.com/a?b=2&a=1'],
  ['https://example.com/a?gclid=1', 'https://example.com/a'],
  ['https://example.com/a?', 'https://example.com/a'],
  ['https://example.com/#!/story/7', 'https://example.com/#!/story/7'],
  ['https://cnn.com:pass@evil.example/', 'https://evil.example/'],
  ['https://example.com/my photo.jpg', 'https://example.com/my%20photo.jpg'],
  ['https://example.com/می\u200cروم', 'https://example.com/%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D9%85'],
  ['https://例え.jp/記事', 'https://xn--r8jz45g.jp/%E8%A8%98%E4%BA%8B'],
])('the canonical form of %s is %s', (text, expected) => {
  expect(canonical(text)).toBe(expected)
})

test.each([
  ['javascript:alert(1)', 'only http and https are allowed.'],
  ['data:text/html,x', 'only http and https are allowed.'],
  ['ftp://example.com/', 'only http and https are allowed.'],
  ['java\nscript:alert(1)', 'it contains control characters or white space.'],
  ['https://example.com/\u202Egpj', 'it contains control characters or white space.'],
  ['www.example.com/a', 'it must begin with https:// or http://.'],
  ['/a/b', 'it must begin with https:// or http://.'],
  ['https:example.com', 'it has no host after https://.'],
  ['https:///a', 'it has no host after https://.'],
  ['https:\\\\example.com', 'it has no host after https://.'],
  ['https://exa mple.com/', 'its host or port is not valid.'],
  ['https://example.com:99999/', 'its host or port is not valid.'],
  [`https://example.com/${'a'.repeat(5000)}`, 'it is longer than 4096 characters.'],
])('%j is refused: %s', (text, problem) => {
  expect(canonical(text)).toBe(problem)
})

test('every accepted address is http or https, without credentials', () => {
  const tricky = fc.string({ unit: fc.constantFrom('h', 't', 'p', 's', ':', '/', '\\', '@', '.', 'a', ' ', '\t', '#', '?', '%', 'javascript:', 'http', 'https://') })
  fc.assert(
    fc.property(tricky, (text) => {
      const address = parseWebAddress(text)
      if ('problem' in address) return
      expect(canonicalAddress(address.url)).toMatch(/^https?:\/\/[^/@]+\//)
      expect(canonical(canonicalAddress(address.url))).toBe(canonicalAddress(address.url))
    }),
  )
})

test('all addresses of one page give the same id', () => {
  const ids = ['https://www.example.com/a/', 'http://example.com/a', 'https://EXAMPLE.com/a?utm_source=x#y'].map((text) => idOfAddress(canonical(text)))
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^[0-9a-z]{10}$/)
  expect(idOfAddress(canonical('https://example.com/a?page=2'))).not.toBe(ids[0])
  expect(idOfAddress(canonical('https://example.com/A'))).not.toBe(ids[0])
})
