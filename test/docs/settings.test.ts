import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const docs = readFileSync('docs/settings.md', 'utf8')
const source = readFileSync('src/node/config/options.ts', 'utf8')

it('docs/settings.md has a row for each option of the plugin, with its environment variable', () => {
  const [, body = ''] = /interface NewsfoldOptions \{\n([^]*?)\n\}/.exec(source) ?? []
  const options = Array.from(body.matchAll(/`(NEWSFOLD_\w+)`[^]*?readonly (\w+)\?:/g), ([, variable, option]) => `| \`${option}\` | \`${variable}\` |`)
  expect(options).toHaveLength(body.match(/readonly \w+\?:/g)?.length ?? 0)
  expect(options.length).toBeGreaterThan(5)
  for (const row of options) expect(docs).toContain(row)
})

it('docs/settings.md has a row for each environment variable that the code reads', () => {
  const variables = new Set(source.match(/\b(?:NEWSFOLD_\w+|PORT)\b/g))
  for (const variable of variables) expect(docs).toContain(`| \`${variable}\` |`)
})
