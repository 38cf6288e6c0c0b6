import fc from 'fast-check'
import matter from 'gray-matter'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { readPlainYaml } from '../../../src/node/seeds/plain-yaml.ts'
import { corpus } from '../../support/corpus/corpus.ts'

const engines = { yaml: (text: string) => load(text, { schema: FAILSAFE_SCHEMA, json: false }) as object }
const byLibraries = (head: string): unknown => matter(`---\n${head}\n---\n`, { engines }).data

const plain = fc.constantFrom('x', '39', '-1', 'a b', 'null', '~', 'https://a.b/c?d=e#f', '2020-05-20T08:07:00Z', 'it"s [1], {2}', '“q”', '"a"', "'it''s'", '"a: b # c"', '[]', '""')
const odd = fc.oneof(
  fc.constantFrom('{}', '- x', '|', '>', '&a x', '*a', '!t x', '# no', 'x # no', 'x: y', 'x:', '"a\\"b"', '"a\\u00e9\\n"', '"a\\x41"', '"a', "'a", '"a" b', 'a  ', '"tab\\t"'),
  fc.constantFrom('@a', '`a', '%a', '? a', 'ä, [b]', '\uFEFFx', 'a\tb', '...', '---', '=', '<x>', '.5', ',', '"a\tb"'),
  fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '-', '\\', ',', '[', '\u2028', '🙂', '\t'), maxLength: 8 }),
)
const scalar = fc.oneof({ weight: 30, arbitrary: plain }, { weight: 1, arbitrary: odd })
const key = fc.oneof({ weight: 30, arbitrary: fc.constantFrom('title', 'a', 'b', 'c', 'related', 'web-url', '1', 'constructor') }, { weight: 1, arbitrary: fc.constantFrom('__proto__', '"q"', '- a', '-', 'ä', '? a') })
const gap = fc.oneof({ weight: 20, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom('\n', '\n   ', '\n# comment', '  ', '\n\t') })

/** Lines of a value whose lines stand `indent` deep, each with what it begins with. */
const { block } = fc.letrec<{ block: (indent: number) => string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    fc.constant(() => []),
    fc.array(fc.tuple(key, fc.option(scalar), tie('block'), gap, fc.constantFrom(0, 2, 2, 2, 4, 1)), { minLength: 1, maxLength: 4 }).map((entries) => (indent: number) =>
      entries.flatMap(([name, value, below, after, step]) => [`${' '.repeat(indent)}${name}:${value === null ? '' : ` ${value}`}${after}`, ...(value === null ? below(indent + step) : [])]),
    ),
    fc.array(fc.tuple(fc.option(scalar), tie('block'), gap, fc.constantFrom(2, 2, 2, 3, 4)), { minLength: 1, maxLength: 3 }).map((entries) => (indent: number) =>
      entries.flatMap(([value, below, after, step]) => {
        if (value !== null) return [`${' '.repeat(indent)}- ${value}${after}`]
        const [first = '', ...rest] = below(indent + step)
        return [`${' '.repeat(indent)}-${' '.repeat(step - 1)}${first.trimStart()}${after}`, ...rest]
      }),
    ),
  ),
}))
const text = block.map((lines) => lines(0).join('\n'))

describe('YAML as crawlers write it', () => {
  it('says what gray-matter and js-yaml say, or is left to them', () => {
    let read = 0
    fc.assert(
      fc.property(text, (yaml) => {
        const found = readPlainYaml(yaml)
        if (found === undefined) return
        read++
        expect(found).toEqual(byLibraries(yaml))
      }),
      { numRuns: 10_000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('is all that nearly every seed holds', () => {
    const heads = [...corpus({ stories: 200 })].flatMap(({ content }) => {
      const [, head] = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(content.toString()) ?? []
      return head === undefined ? [] : [head.replaceAll('\r\n', '\n')]
    })
    expect(heads.length).toBeGreaterThan(150)
    const quick = heads.filter((head) => readPlainYaml(head) !== undefined)
    expect(quick.length).toBeGreaterThan(heads.length * 0.9)
    for (const head of quick) expect(readPlainYaml(head)).toEqual(byLibraries(head))
  })
})
