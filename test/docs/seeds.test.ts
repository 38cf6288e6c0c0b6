import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DEFAULT_READ_OPTIONS } from '../../src/node/config/read-options.ts'
import { seedToStory } from '../../src/node/seeds/seed-to-story.ts'

const docs = readFileSync('docs/seeds.md', 'utf8')

/** A mapping of front matter that notes which fields are asked for. */
function noting(names: Set<string>, fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return new Proxy(fields, {
    getOwnPropertyDescriptor(target, name) {
      if (typeof name === 'string' && !/^(?:__proto__|constructor|prototype)$/.test(name)) names.add(name)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
  })
}

/** The part of docs/seeds.md under a heading, without what stands under its own headings. */
function section(heading: string): string {
  const [, text = ''] = docs.split(`\n${heading}\n`)
  return text.split(/\n#/)[0] ?? ''
}

it('docs/seeds.md describes every field that is read from a seed', async () => {
  const [own, provider, images, related] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  const data = noting(own, { provider: noting(provider, {}), images: [noting(images, { url: 'https://a.example/1.jpg' })], related: [noting(related, {})] })
  await seedToStory({ file: 'seeds/x.md', format: 'yaml', data, body: '', bodyLine: 1, locate: () => ({ line: 1, column: 1 }) }, { root: '/', path: 'x.md', dependencies: new Map(), options: DEFAULT_READ_OPTIONS })
  const described = { '## Fields': own, '### `provider`': provider, '### `images`': images, '### `related`': related }
  for (const [heading, names] of Object.entries(described)) {
    expect(names.size, heading).toBeGreaterThan(1)
    for (const name of names) expect(section(heading), heading).toContain(`\`${name}\``)
  }
})

it('docs/seeds.md names every limit', () => {
  const files = readdirSync('src/node/seeds', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const limits = files.flatMap((file) =>
    Array.from(readFileSync(`src/node/seeds/${file}`, 'utf8').matchAll(/^(?:export )?const (MAX_\w+) = ([\d_]+(?: \* [\d_]+)*)$/gm), ([, name = '', product = '']) => {
      const value = product.split(' * ').reduce((result, factor) => result * Number(factor.replaceAll('_', '')), 1)
      return [`${name} in ${file}`, value.toLocaleString('en')] as const
    }),
  )
  expect(limits.length).toBeGreaterThan(15)
  for (const [name, value] of limits) expect(section('## Limits'), name).toMatch(new RegExp(`(?<![\\d,])${value}(?![\\d,])`))
})
