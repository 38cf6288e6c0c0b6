import { expect, test } from 'vitest'
import { outputOf } from '../support/npm-script.ts'

test('ESLint finds nothing wrong', async () => {
  expect(await outputOf('lint')).toBe('')
})
