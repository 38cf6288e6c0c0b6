import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseFilter } from '../../src/shared/filter/feed-filter.ts'
import { parseTypedFilters } from '../../src/shared/filter/query-syntax.ts'
import { EVERYTHING } from '../support/everything.ts'

const docs = readFileSync('docs/search.md', 'utf8')

it('docs/search.md lists every parameter of a filter', () => {
  const parameters = new Set<string>()
  const note = (name: string) => {
    parameters.add(name)
    return []
  }
  parseFilter(null, { getAll: note })
  expect(parameters.size).toBeGreaterThan(5)
  const [, table = ''] = docs.split('\n## Links\n')
  for (const name of parameters) expect(table).toContain(`\`${name}\``)
})

it('every filter that docs/search.md shows is read as one', () => {
  const shown = Array.from(docs.matchAll(/`(-?[a-z]+:[^`]+)`/g), ([, text = '']) => text)
  expect(shown.length).toBeGreaterThan(10)
  for (const text of shown) {
    const { filter, text: rest } = parseTypedFilters(EVERYTHING, text, true)
    expect(rest, text).toBe('')
    // The default order is no different filter.
    if (text !== 'sort:latest') expect(filter, text).not.toEqual(EVERYTHING)
  }
})
