import fc from 'fast-check'
import { DEFAULT_READ_OPTIONS } from '../../src/node/config/read-options.ts'
import { toReadSeed } from '../../src/node/seeds/read-seed.ts'
import { ATTACK_HTML } from './attacks.ts'
import { dangersIn } from './dangers.ts'
import { seedOf } from './read-one.ts'

const lines = fc.constantFrom('---', '---js', '+++', 'title: a', 'publishedDateTime: 2020-01-01', 'images:', '  - url: x', 'related: [', '"', '&a', '*a', '\t', '\r', '{', ': ', '- ', '|', '>', '#', '\u0000', '__proto__: x', 'aliases: [/a/]', 'topics: [a, b]')
const attack = fc.constantFrom(...ATTACK_HTML)
const text = fc.string({ unit: 'binary', maxLength: 60 })
const body = fc.array(fc.oneof(attack, text, lines), { maxLength: 8 }).map((parts) => parts.join(' '))

/** Files of all kinds: bytes, broken front matter, and valid front matter with hostile values and bodies. */
export const seedBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.array(fc.oneof(lines, text), { maxLength: 20 }).map((parts) => Buffer.from(parts.join('\n'))),
  body.map((markdown) => Buffer.from(seedOf('', markdown))),
  fc.oneof(text, attack).map((value) => Buffer.from(seedOf(['webUrl', 'excerpt', 'featuredContent', 'aliases', 'author', 'locale'].map((name) => `${name}: ${JSON.stringify(value)}`).join('\n'), value))),
)

/** What is wrong with how these bytes are read: an exception, an issue that says nothing, or HTML that is not safe; null for nothing. */
export async function seedProblem(bytes: Uint8Array): Promise<string | null> {
  const { story, issues } = await toReadSeed(bytes, { root: '/nowhere', path: 'x.md', display: 'seeds', options: DEFAULT_READ_OPTIONS }, '')
  for (const { message, line, column } of issues) {
    if (/[\p{Cc}\p{Zl}\p{Zp}]|failed unexpectedly/u.test(message)) return message
    if (Math.min(line, column) < 1) return `${message} is at ${line}:${column}`
  }
  if (story !== null && issues.some(({ severity }) => severity === 'error')) return 'an error has a story'
  for (const url of [story?.url, ...(story?.images.map(({ url }) => url) ?? [])]) {
    if (typeof url === 'string' && !/^https?:\/\//.test(url)) return `the address ${url}`
  }
  const [danger] = dangersIn(story?.bodyHtml ?? '')
  return danger === undefined ? null : `the body has ${danger}`
}
