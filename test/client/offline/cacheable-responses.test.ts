import { expect, test } from 'vitest'
import { onlyCompleteResponses } from '../../../src/client/offline/cacheable-responses.ts'

const response = (type: string, status = 200) => new Response('…', { status, headers: { 'content-type': type } })
const redirected = Object.defineProperty(response('application/json'), 'redirected', { value: true })

test.each([
  ['data', 'a file', response('application/json'), true],
  ['data', 'a file without a content type', new Response(new Uint8Array(1)), true],
  ['data', "a page in a file's place", response('text/html; charset=utf-8'), false],
  ['hashed', "a page in a file's place", response('Text/HTML'), false],
  ['assets', "a page in a script's place", response('text/html'), false],
  ['pictures', 'a picture', response('image/png'), true],
  ['pages', 'a page', response('text/html'), true],
  ['pages', 'an error page', response('text/html', 404), false],
  ['data', 'a part of a file', response('application/json', 206), false],
  ['data', 'a redirected file', redirected, false],
] as const)('for %s, %s is cached only when it is complete', async (kind, _name, received, isCached) => {
  expect(await onlyCompleteResponses(kind).cacheWillUpdate({ response: received })).toBe(isCached ? received : null)
})
