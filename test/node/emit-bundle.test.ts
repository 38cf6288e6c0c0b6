import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emitBundle } from '../../src/node/emit-bundle.ts'
import { withSeeds } from '../support/temp-folder.ts'

const bytes = new TextEncoder().encode('{}')
const bundleOf = (...files: string[]) => ({ version: '', files: new Map(files.map((file) => [file, bytes])) })

describe('writing the bundle', () => {
  it.each([
    'data/../../out.json',
    '../data/x.json',
    '/data/x.json',
    'data/topic/../x.json',
    'data/topic/./x.json',
    'data/topic/a\\b/1.json',
    'data/.hidden.json',
    'data//x.json',
    'data/x.json\0.png',
    'data/a:b/1.json',
    'index.html',
  ])('refuses %j, before it has written anything', (file) => {
    const folder = withSeeds({})
    expect(() => emitBundle(join(folder, 'dist'), bundleOf('data/catalog.json', file), [])).toThrow("won't write")
    expect(readdirSync(folder)).toEqual([])
  })

  it('removes a link an earlier build can not have made, and leaves what it points to', () => {
    const folder = withSeeds({ 'mine/keep.json': '1', 'dist/data/old.json': '1' })
    symlinkSync(join(folder, 'mine'), join(folder, 'dist/data/link'))
    mkdirSync(join(folder, 'dist/data/empty'))
    emitBundle(join(folder, 'dist'), bundleOf('data/catalog.json'), [])
    expect(readdirSync(join(folder, 'dist/data'))).toEqual(['catalog.json'])
    expect(existsSync(join(folder, 'mine/keep.json'))).toBe(true)
  })
})
