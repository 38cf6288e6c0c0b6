import { expect, test } from 'vitest'
import { failureOf } from '../support/npm-script.ts'

test('TypeScript finds nothing wrong', async () => {
  expect(await failureOf('types')).toBe('')
})
