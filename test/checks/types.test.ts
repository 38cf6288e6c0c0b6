import { expect, test } from 'vitest'
import { outputOf } from '../support/npm-script.ts'

test('TypeScript finds nothing wrong', async () => {
  expect(await outputOf('types')).toBe('')
})
