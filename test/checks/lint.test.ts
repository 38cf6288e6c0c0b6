import { expect, test } from 'vitest'
import { failureOf } from '../support/npm-script.ts'

test('Oxlint finds nothing wrong', async () => {
  expect(await failureOf('lint')).toBe('')
})
