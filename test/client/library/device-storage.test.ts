import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { deviceStorage } from '../../../src/client/library/device-storage.ts'

test('a stored value is loaded again, by the same site only', async () => {
  const storage = deviceStorage('/news/')
  expect(await storage.load()).toBeUndefined()
  const value = { read: Float64Array.of(1, 2), saved: new Map([['a', { isOn: true, at: 1 }]]) }
  await storage.update(() => value)
  expect(await deviceStorage('/news/').load()).toEqual(value)
  expect(await deviceStorage('/').load()).toBeUndefined()
})

test('updates from several tabs are all made, and one that fails changes nothing', async () => {
  const [here, there] = [deviceStorage('/tabs/'), deviceStorage('/tabs/')]
  const add = (number: number) => (value: unknown) => [...((value ?? []) as number[]), number]
  await Promise.all([here.update(add(1)), there.update(add(2)), here.update(add(3))])
  expect(((await there.load()) as number[]).sort()).toEqual([1, 2, 3])
  const fail = () => {
    throw new Error('not this')
  }
  await expect(here.update(fail)).rejects.toThrow('not this')
  expect(((await there.load()) as number[]).sort()).toEqual([1, 2, 3])
})

test('a value that is set aside is out of the way, and clearing removes it', async () => {
  const storage = deviceStorage('/aside/')
  await storage.update(() => 'damaged')
  await storage.setAside()
  expect(await storage.load()).toBeUndefined()
  await storage.update(() => 'new')
  await storage.clear()
  expect(await storage.load()).toBeUndefined()
})
