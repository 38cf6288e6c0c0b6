import { expect, test } from 'vitest'
import { wholeAnswers } from '../../../src/client/offline/cacheable-responses.ts'

const answer = (type: string, status = 200) => new Response('…', { status, headers: { 'content-type': type } })
const redirected = Object.defineProperty(answer('application/json'), 'redirected', { value: true })

test.each([
  ['data', 'a file', answer('application/json'), true],
  ['data', 'a file of no told type', new Response(new Uint8Array(1)), true],
  ['data', "a page in a file's place", answer('text/html; charset=utf-8'), false],
  ['hashed', "a page in a file's place", answer('Text/HTML'), false],
  ['assets', "a page in a script's place", answer('text/html'), false],
  ['pictures', 'a picture', answer('image/png'), true],
  ['pages', 'a page', answer('text/html'), true],
  ['pages', 'the page for what is missing', answer('text/html', 404), false],
  ['data', 'a part of a file', answer('application/json', 206), false],
  ['data', 'a file that stands elsewhere', redirected, false],
] as const)('of %s, %s is kept as it should be', async (kind, _what, response, isKept) => {
  expect(await wholeAnswers(kind).cacheWillUpdate({ response })).toBe(isKept ? response : null)
})
