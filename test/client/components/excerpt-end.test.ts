import { expect, test } from 'vitest'
import { finishExcerpt } from '../../../src/client/components/parts/excerpt-end.ts'

const LONG = 'The opportunity for the multinational to present some of its new technology and artificial intelligence'

test.each([
  ['A sentence, and then a cut,', 'A sentence, and then a cut…'],
  ['A cut with its own dots ...', 'A cut with its own dots…'],
  ['A cut with its own sign…', 'A cut with its own sign…'],
  ['A cut in brackets […]', 'A cut in brackets…'],
  [`${LONG} that`, `${LONG} that…`],
])('what was cut off ends in an ellipsis: %s', (excerpt, finished) => {
  expect(finishExcerpt(excerpt)).toBe(finished)
})

test.each([['A short line without a stop'], ['A whole sentence.'], [`${LONG}.`], [`He asked: “${LONG}?”`], ['']])('what is whole stays as it is: %s', (excerpt) => {
  expect(finishExcerpt(excerpt)).toBe(excerpt)
})
