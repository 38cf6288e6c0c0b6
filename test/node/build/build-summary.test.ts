import { expect, test } from 'vitest'
import { formatHeapWarning, formatSize } from '../../../src/node/build/build-summary.ts'

const small = { file: 'data/a.json', bytes: 1000 }

test('the size of a site is one line, which names the hosts that would refuse it', () => {
  expect(formatSize({ files: 1, bytes: 900, largest: small })).toBe('1 file, 1 kB')
  expect(formatSize({ files: 17_403, bytes: 812e6, largest: small })).toBe('17,403 files, 812 MB')
  expect(formatSize({ files: 170_000, bytes: 5.24e9, largest: small })).toBe('170,000 files, 5.2 GB. GitHub Pages takes 1 GB. Cloudflare Pages takes 20,000 files')
  expect(formatSize({ files: 3, bytes: 40e6, largest: { file: 'data/images/a.png', bytes: 30e6 } })).toBe('3 files, 40 MB. Cloudflare Pages takes no file of more than 25 MiB, such as data/images/a.png')
})

test('a build warns of more seeds than fit into Node’s heap, and names the setting that helps', () => {
  expect(formatHeapWarning(300_000, 4.3e9)).toBe(null)
  expect(formatHeapWarning(1_000_000, 4.3e9)).toBe('1,000,000 seeds may need 10 GB of memory, and Node uses 4.3 GB. If the build ends with "heap out of memory", set NODE_OPTIONS=--max-old-space-size=9537.')
})
