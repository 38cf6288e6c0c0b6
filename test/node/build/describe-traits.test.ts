import { expect, test } from 'vitest'
import { formatOrigin } from '../../../src/node/build/describe-traits.ts'
import { formatSummary, formatWarnings } from '../../../src/node/build/build-summary.ts'
import { bundleBuilder } from '../../../src/node/bundle/build-bundle.ts'
import { readSettings } from '../../../src/node/config/options.ts'
import { withSeeds } from '../../support/temp-folder.ts'

async function reportOf(seeds: Readonly<Record<string, string>>) {
  return (await bundleBuilder(withSeeds(seeds), readSettings({ seeds: '.' }, {}))()).report
}

test('a folder of another tool is named with the fields that were read', async () => {
  const report = await reportOf({
    '_posts/2020-01-01-a.md': '---\ndate: 2020-01-01\ntags: [x]\n---\n{% include a %}',
    '_posts/2020-01-02-b.md': '---\ndate: 2020-01-02\n---\n{% include b %}',
    'note.md': 'A note.',
    'draft.md': '---\ndate: 2020-01-01\ndraft: true\n---\n',
  })
  expect(formatOrigin(report)).toBe('Read 3 files as Jekyll posts: date, tags.')
  expect(formatSummary(report)).toBe('4 seeds: 2 stories, 1 hidden as unpublished or drafts, 1 left out without a date (see the option undated)')
  expect(formatWarnings(report)).toEqual(['Left out template tags, which only their own site generator can run: {% include %} (2 files)'])
})

test('seeds of Newsfold alone are not named', async () => {
  expect(formatOrigin(await reportOf({ 'a.md': '---\ntitle: a\npublishedDateTime: 2020-01-01\n---\n' }))).toBeNull()
})

test('posts that only their bodies tell from others are recognised, too', async () => {
  const post = (body: string) => `---\ntitle: a\ndate: 2020-01-01\ntags: [x]\n---\n${body}\n`
  const report = await reportOf({ 'a.md': post('{% image "a.png", "A" %}'), 'b.md': post('b'), 'c.md': post('c'), 'd.md': post('d') })
  expect(formatOrigin(report)).toBe('Read 4 files as Eleventy posts: date, tags.')
})
