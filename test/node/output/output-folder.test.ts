import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OutputFolder } from '../../../src/node/output/output-folder.ts'
import { withSeeds } from '../../support/temp-folder.ts'

describe('writing into the output folder', () => {
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
  ])('refuses the name %j, and makes no folder for it', (file) => {
    const folder = withSeeds({})
    const output = new OutputFolder(join(folder, 'dist'))
    expect(() => output.write(file, '{}')).toThrow("won't write")
    expect(readdirSync(folder)).toEqual([])
  })

  it('changes nothing before it is published, and nothing when it is discarded', () => {
    const folder = withSeeds({ 'data/one.json': '1' })
    const output = new OutputFolder(folder)
    output.write('data/one.json', '2')
    output.write('index.html', '2')
    expect(readFileSync(join(folder, 'data/one.json'), 'utf8')).toBe('1')
    output.discard()
    expect(readdirSync(folder, { recursive: true })).toEqual(['data', 'data/one.json'])
  })

  it('publishes a new file before those that may name it, and the catalog and the front page last', () => {
    const folder = withSeeds({ 'index.html': '1', 'data/catalog.json': '1', 'data/feed/1.json': '1' })
    const output = new OutputFolder(folder)
    for (const file of ['index.html', 'data/catalog.json', 'data/feed/1.json', 'story/x/index.html', 'data/feed/2.json']) output.write(file, '2')
    const moved: string[] = []
    output.publish((file) => moved.push(file))
    expect(moved).toEqual(['data/feed/2.json', 'data/feed/1.json', 'data/catalog.json', 'index.html'])
    expect(readFileSync(join(folder, 'story/x/index.html'), 'utf8')).toBe('2')
  })

  it('does not touch a file that holds the same already', () => {
    const folder = withSeeds({ 'data/same.json': '{}', 'data/other.json': '{}' })
    const longAgo = new Date('2001-01-01T00:00:00Z')
    for (const name of ['same', 'other']) utimesSync(join(folder, `data/${name}.json`), longAgo, longAgo)
    const output = new OutputFolder(folder)
    output.write('data/same.json', '{}')
    output.write('data/other.json', '[]')
    output.publish(() => undefined)
    expect(statSync(join(folder, 'data/same.json')).mtime).toEqual(longAgo)
    expect(readFileSync(join(folder, 'data/other.json'), 'utf8')).toBe('[]')
  })

  it('puts a file in the place of a link, a folder or a file, and writes through none', () => {
    const folder = withSeeds({ 'mine.json': '1', 'dist/data/folder.json/x': '1', 'dist/story': 'a file' })
    symlinkSync(join(folder, 'mine.json'), join(folder, 'dist/data/link.json'))
    const output = new OutputFolder(join(folder, 'dist'))
    const files = ['data/link.json', 'data/folder.json', 'story/x.json']
    for (const file of files) output.write(file, '2')
    output.publish(() => undefined)
    output.removeOthers('')
    expect(files.map((file) => readFileSync(join(folder, 'dist', file), 'utf8'))).toEqual(['2', '2', '2'])
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('1')
  })

  it('removes a link no build has made, and leaves what it points to', () => {
    const folder = withSeeds({ 'mine/keep.json': '1', 'dist/data/old.json': '1' })
    symlinkSync(join(folder, 'mine'), join(folder, 'dist/data/link'))
    symlinkSync(join(folder, 'mine'), join(folder, 'dist/data/feed'))
    mkdirSync(join(folder, 'dist/data/empty'))
    const output = new OutputFolder(join(folder, 'dist'))
    output.write('data/catalog.json', '{}')
    output.write('data/feed/1.json', '[]')
    output.publish(() => undefined)
    symlinkSync(join(folder, 'mine'), join(folder, 'dist/story'))
    for (const own of ['data', 'story', 'topic']) output.removeOthers(own)
    expect(existsSync(join(folder, 'dist/story'))).toBe(false)
    expect(readdirSync(join(folder, 'dist/data')).sort()).toEqual(['catalog.json', 'feed'])
    expect(readdirSync(join(folder, 'mine'))).toEqual(['keep.json'])
    expect(existsSync(join(folder, 'dist/data/feed/1.json'))).toBe(true)
  })
})
