import { expect, test } from 'vitest'
import { isHostFailing, recordPicture } from '../../../src/client/components/parts/failed-pictures.ts'

test('a host whose pictures failed is remembered, one that delivered any is not', () => {
  recordPicture('https://dead.example/1.jpg', false)
  recordPicture('https://alive.example/1.jpg', true)
  recordPicture('https://alive.example/2.jpg', false)
  expect(isHostFailing('https://dead.example/other.jpg')).toBe(true)
  expect(isHostFailing('https://alive.example/3.jpg')).toBe(false)
  expect(isHostFailing('https://unknown.example/1.jpg')).toBe(false)
})
