import { expect, test } from 'vitest'
import { bundleBuilder } from '../../src/node/build-bundle.ts'
import { readSettings } from '../../src/node/options.ts'
import { corpus } from '../support/corpus/corpus.ts'
import { withSeeds } from '../support/temp-folder.ts'

const files = (options: Parameters<typeof corpus>[0]) => Object.fromEntries([...corpus(options)].map(({ path, content }) => [path, content]))
const texts = (options: Parameters<typeof corpus>[0]) => Object.values(files(options)).filter((content) => typeof content === 'string')

test('the same options make the same corpus, another number another one', () => {
  expect(files({ stories: 40 })).toEqual(files({ stories: 40 }))
  expect(texts({ stories: 40 })).not.toEqual(texts({ stories: 40, seed: 2 }))
  expect(texts({ stories: 123 })).toHaveLength(123)
})

test('the corpus has what the archive has', () => {
  const all = texts({ stories: 300 })
  const some = (what: RegExp) => all.filter((text) => what.test(text)).length
  expect(some(/\r\n/)).toBe(100)
  expect(some(/type: video/)).toBeGreaterThan(10)
  expect(some(/dead\.invalid/)).toBeGreaterThan(20)
  expect(some(/^originalUrl/m)).toBeGreaterThan(10)
  expect(some(/[\u0600-\u06ff]/)).toBeGreaterThan(5)
  expect(some(/[\u3040-\u30ff]/)).toBeGreaterThan(5)
  expect(Object.keys(files({ stories: 300 })).filter((path) => path.length > 140).length).toBeGreaterThan(5)
})

test('the corpus builds without a finding', async () => {
  const root = withSeeds(files({ stories: 300 }))
  const { report } = await bundleBuilder(root, readSettings({ seeds: '.' }, {}))()
  expect(report.issues).toEqual([])
  expect(report.seeds).toBe(300)
})
